package import HTTPTypes
import HeedCore

/// One address of the desk, the page behind it, and whom it exists for.
package struct DeskRoute: Sendable {
    package let method: HTTPRequest.Method
    /// As the router writes it: `/report/{thread}`.
    package let path: String
    package let access: Access
    package let page: DeskPage

    package init(_ method: HTTPRequest.Method, _ path: String, _ access: Access, _ page: DeskPage) {
        self.method = method
        self.path = path
        self.access = access
        self.page = page
    }
}

/// The matrix of the desk: every address, with whom it exists for.
/// Routes are registered from this table alone, so an address that is missing here is not there.
package enum DeskRoutes {
    package static let matrix: [DeskRoute] = door + lists + report + steps + others + notices + staff + account

    private static let door: [DeskRoute] = [
        DeskRoute(.get, "/healthz", .anyone, .pulse),
        DeskRoute(.get, "/sign-in", .anyone, .signIn),
        DeskRoute(.post, "/sign-in", .anyone, .signInSend),
        DeskRoute(.post, "/sign-in/unlock", .anyone, .unlock),
        DeskRoute(.post, "/lock", .anyone, .lock),
        DeskRoute(.post, "/sign-out", .anyone, .signOut),
        DeskRoute(.get, "/", .staff, .home),
    ]

    private static let lists: [DeskRoute] = [
        DeskRoute(.get, "/mine", .area(.queue), .list(.mine)),
        DeskRoute(.get, "/to-sign", .area(.toSign), .list(.toSign)),
        DeskRoute(.get, "/set-aside", .area(.queue), .list(.setAside)),
        DeskRoute(.get, "/watch", .area(.watch), .watch),
        DeskRoute(.get, "/search", .area(.search), .search),
        DeskRoute(.post, "/search", .area(.search), .searchSend),
        DeskRoute(.get, "/alike/{thread}", .area(.queue), .alike),
        DeskRoute(.post, "/alike/{thread}", .step(.opened, in: .queue), .alikeSend),
    ]

    /// What is shown or leaves against a fresh proof is under `/sign-in/`, where the browser brings the secret code.
    private static let report: [DeskRoute] = [
        DeskRoute(.get, "/report/{thread}", .area(.report), .report),
        DeskRoute(.get, "/sign-in/{thread}/print", .area(.report), .print),
        DeskRoute(.post, "/sign-in/{thread}/print", .area(.report), .printSend),
        DeskRoute(.get, "/sign-in/{thread}/surveys", .area(.survey), .surveys),
        DeskRoute(.post, "/sign-in/{thread}/surveys", .area(.survey), .surveysSend),
        DeskRoute(.get, "/sign-in/{thread}/contact", .area(.contact), .contact),
        DeskRoute(.post, "/sign-in/{thread}/contact", .area(.contact), .contactSend),
    ]

    /// Two addresses for a step that is written, one for a button; those with a signature of their own are under
    /// `/sign-in/`, the only place where the browser brings the secret code.
    private static let steps: [DeskRoute] = Verb.allCases.flatMap { verb -> [DeskRoute] in
        let access = Access.step(verb, in: verb.isMessage ? .message : verb == .surveyed ? .survey : .report)
        let (writing, signing) = ("/report/{thread}/\(verb.slug)", "/sign-in/{thread}/\(verb.slug)")
        let written = [DeskRoute(.get, writing, access, .write(verb)), DeskRoute(.post, writing, access, .send(verb))]
        switch verb.manner {
        case .implied: return []
        case .button: return [written[1]]
        case .written: return written
        case .writtenThenSigned: return written + [DeskRoute(.post, signing, access, .sign(verb))]
        case .signed:
            return [DeskRoute(.get, signing, access, .statement(verb)), DeskRoute(.post, signing, access, .sign(verb))]
        }
    }

    private static let others: [DeskRoute] = [
        DeskRoute(.get, "/call", .area(.call), .call),
        DeskRoute(.post, "/call", .area(.call), .callSend),
        DeskRoute(.get, "/board", .area(.board), .board),
        DeskRoute(.get, "/break-glass", .area(.glass), .glass),
        DeskRoute(.post, "/break-glass", .area(.glass), .glassSend),
        DeskRoute(.get, "/audit", .area(.audit), .audit),
        DeskRoute(.get, "/duty", .area(.duty), .duty),
        DeskRoute(.post, "/duty", .area(.duty), .dutyCheck),
        DeskRoute(.get, "/health", .area(.health), .health),
        DeskRoute(.get, "/feedback", .area(.feedback), .feedback),
        DeskRoute(.post, "/feedback", .area(.feedback), .feedbackSend),
    ]

    private static let notices: [DeskRoute] = [
        DeskRoute(.get, "/notices", .area(.notices), .notices),
        DeskRoute(.get, "/notices/new", .area(.notices), .notice),
        DeskRoute(.post, "/notices/new", .area(.notices), .noticeSend),
        DeskRoute(.post, "/notices/withdraw", .area(.notices), .noticeWithdraw),
        DeskRoute(.post, "/notices/threat", .area(.notices), .threatSend),
    ]

    /// What is asked of people again is under `/sign-in/`, where the browser brings the remembered secret code.
    private static let staff: [DeskRoute] =
        [
            DeskRoute(.get, "/staff", .area(.staff), .staff),
            DeskRoute(.post, "/staff/withdraw", .area(.staff), .staffWithdraw),
        ]
        + StaffChange.allCases.flatMap { change in
            [
                DeskRoute(.get, change.path, .area(.staff), .staffChange(change)),
                DeskRoute(.post, change.path, .area(.staff), .staffChangeSend(change)),
            ]
        }

    private static let account: [DeskRoute] = [
        DeskRoute(.get, "/sign-in/enrol", .anyone, .enrol),
        DeskRoute(.post, "/sign-in/enrol", .anyone, .enrolSend),
        DeskRoute(.get, "/account", .staff, .account),
        DeskRoute(.get, "/sign-in/consent", .staff, .consent),
        DeskRoute(.post, "/sign-in/consent", .staff, .consentSend),
        DeskRoute(.post, "/account/refuse", .staff, .consentRefuse),
        DeskRoute(.get, "/sign-in/grant", .staff, .grant),
        DeskRoute(.post, "/sign-in/grant", .staff, .grantSend),
    ]

    /// The matrix as a document: the roles for which each address exists.
    package static var document: String {
        let roles = Role.allCases
        let head = ["Method", "Address", "Part"] + roles.map(\.rawValue)
        let rows = matrix.map { route in
            [route.method.rawValue, "`\(route.path)`", route.access.words]
                + roles.map { route.access.roles.contains($0) ? "yes" : "" }
        }
        let lines = ([head, head.map { _ in "---" }] + rows).map { "| " + $0.joined(separator: " | ") + " |" }
        return """
            # Who has which page of the desk

            Written from `Sources/HeedDesk/Routes/DeskRoutes.swift`, from which addresses are registered too. To a role
            without a "yes" an address answers exactly as one that does not exist. What a role may do to one report is
            decided by the workflow's table, and whether it exists for an officer by the compartment's keys.

            \(lines.joined(separator: "\n"))

            """
    }
}

extension Access {
    fileprivate var words: String {
        switch self {
        case .anyone: "anyone"
        case .staff: "staff"
        case .area(let area): area.rawValue
        case .step(let verb, let area): "\(area.rawValue), step \(verb.rawValue)"
        }
    }
}
