import HTTPTypes
import HeedCasework
import HeedCore
import HeedWeb
import Hummingbird

/// Everybody's own account: until when it counts, which keys it holds, and what waits for their hand: keys to grant and, for
/// registrars, changes of people to sign.
struct AccountPage: Sendable {
    let desk: Desk
    let pages: Pages
    let workstation: WorkstationCookie
    private var speech: Speech { pages.speech }

    static let path = "/account"
    static let consentPath = "/sign-in/consent"
    static let grantPath = "/sign-in/grant"

    private struct WaitingLine: Sendable {
        let text: String
        let href: String
    }

    private struct Said {
        var problems: [FieldProblem] = []
        var notices: [String] = []
        var status = HTTPResponse.Status.ok
    }

    func show(_ visit: Visit) async throws -> Response {
        let view = try await OwnAccount(desk).view(session: visit.session)
        var model = PageModel(title: speech.title("desk-account.topic"))
        model["username"] = view.officer.username
        model["name"] = InertText.shown(view.officer.name)
        model["person"] = view.officer.person
        model["roleName"] = speech.role(view.officer.role)
        model["lastDay"] = view.lastDay
        model["keys"] =
            view.held.map { TextView(speech.text("desk-staff.held", ["key": name($0)])) }
            + view.missing.map { TextView(speech.text("desk-account.missing", ["key": name($0)])) }
        model["hasKeys"] = !view.held.isEmpty || !view.missing.isEmpty
        model["toSign"] = view.toSign.map {
            WaitingLine(text: StaffWords(speech).what($0), href: "\(Self.consentPath)?change=\($0.id.hex)")
        }
        model["hasToSign"] = !view.toSign.isEmpty
        model["toGrant"] = view.toGrant.map {
            WaitingLine(
                text: grantLine($0),
                href: "\(Self.grantPath)?to=\($0.username)&compartment=\($0.compartment.rawValue)")
        }
        model["hasToGrant"] = !view.toGrant.isEmpty
        model["hasLooks"] = view.exposure != nil
        if let exposure = view.exposure { model.fill(exposure, pages) }
        model["isNothing"] = view.toSign.isEmpty && view.toGrant.isEmpty
        return try await pages.page("account", model, for: visit, at: Self.path).response
    }

    // MARK: Granting a key

    func grant(_ visit: Visit, _ request: Request) async throws -> Response {
        let query = request.uri.queryParameters
        return try await granting(
            visit, to: query["to"].map { String($0) }, query["compartment"].map { String($0) }, request, Said())
    }

    func sendGrant(_ visit: Visit, _ form: FormBody, _ request: Request) async throws -> Response {
        let (username, typed) = (form.first("to") ?? "", form.first("compartment") ?? "")
        guard let compartment = Compartment(rawValue: typed) else { throw Refusal.notFound }
        do {
            try await GrantCompartment(desk).perform(
                session: visit.session, compartment: compartment, to: username,
                proof: Credentialed(form, request, workstation).proof)
            return Response.seeOther(Self.path)
        } catch let refusal as Refusal {
            guard let said = said(refusal) else { throw refusal }
            return try await granting(visit, to: username, typed, request, said)
        }
    }

    private func granting(
        _ visit: Visit, to username: String?, _ compartment: String?, _ request: Request, _ said: Said
    ) async throws -> Response {
        let grants = try await OwnAccount(desk).view(session: visit.session).toGrant
        // Somebody else was faster, or there never was such a thing to give.
        guard let grant = grants.first(where: { $0.username == username && $0.compartment.rawValue == compartment })
        else { return Response.seeOther(Self.path) }
        var model = signing(request, said)
        model["grantLine"] = grantLine(grant)
        model["action"] = Self.grantPath
        model["to"] = grant.username
        model["compartment"] = grant.compartment.rawValue
        return try await pages.page("grant", model, for: visit, at: Self.path, status: said.status).response
    }

    // MARK: A registrar's signature

    func consent(_ visit: Visit, _ request: Request) async throws -> Response {
        guard let id = request.uri.queryParameters["change"].flatMap({ RecordID(hex: $0) }) else {
            return Response.seeOther(Self.path)
        }
        return try await consenting(visit, id, request, Said())
    }

    func sendConsent(_ visit: Visit, _ form: FormBody, _ request: Request) async throws -> Response {
        guard let id = form.first("change_id").flatMap({ RecordID(hex: $0) }) else { throw Refusal.notFound }
        let typed = Credentialed(form, request, workstation)
        do {
            _ = try await SignStaffChange(desk).perform(
                session: visit.session, request: id, passphrase: typed.passphrase, secretCode: typed.secretCode,
                oneTimeCode: typed.oneTimeCode)
            return Response.seeOther(Self.path)
        } catch let refusal as Refusal {
            guard let said = said(refusal) else { throw refusal }
            return try await consenting(visit, id, request, said)
        }
    }

    func refuse(_ visit: Visit, _ form: FormBody, _ request: Request) async throws -> Response {
        guard let id = form.first("change_id").flatMap({ RecordID(hex: $0) }) else { throw Refusal.notFound }
        do {
            try await WithdrawStaffChange(desk).perform(
                session: visit.session, request: id, reason: form.text("reason") ?? "")
            return Response.seeOther(Self.path)
        } catch Refusal.notValid(let problems) {
            return try await consenting(visit, id, request, Said(problems: problems, status: .unprocessableContent))
        }
    }

    private func consenting(_ visit: Visit, _ id: RecordID, _ request: Request, _ said: Said) async throws -> Response {
        let change = try await OwnAccount(desk).toSign(session: visit.session, request: id)
        var model = signing(request, said)
        model["what"] = StaffWords(speech).what(change.request)
        model["does"] = TextView.lines(speech.text("desk-account.does-\(change.request.kind.rawValue)"))
        model["statement"] = change.text
        model["fingerprint"] = change.fingerprint
        model["hasFingerprint"] = change.request.kind.needsEnrolment
        model["stage"] = StaffWords(speech).stage(change.request.stage)
        model["isMine"] = change.isMine
        model["action"] = Self.consentPath
        model["change"] = id.hex
        return try await pages.page("consent", model, for: visit, at: Self.path, status: said.status).response
    }

    // MARK: Parts

    private func signing(_ request: Request, _ said: Said) -> PageModel {
        var model = PageModel(title: speech.title("desk-account.topic"))
        model["isRemembered"] = workstation.read(request.headers) != nil
        model.note(said.problems.map(speech.problem), said.notices)
        return model
    }

    private func said(_ refusal: Refusal) -> Said? {
        switch refusal {
        case .notAllowed(.cannotUnlock): Said(problems: [Credentialed.problem], status: .unprocessableContent)
        case .notAllowed(let reason) where reason != .locked && reason != .signedOut:
            Said(notices: [speech.reason(reason)], status: .forbidden)
        case .notNow(let reason): Said(notices: [speech.reason(reason)], status: .conflict)
        case .conflict: Said(notices: [speech.text("desk-account.moved")], status: .conflict)
        case .tooMany: Said(notices: [speech.text("desk-sign.busy")], status: .serviceUnavailable)
        default: nil
        }
    }

    private func name(_ compartment: Compartment) -> String { speech.text("desk-kind.\(compartment.rawValue)") }

    private func grantLine(_ grant: OwnAccount.Grant) -> String {
        speech.text(
            "desk-account.grant-line",
            [
                "key": name(grant.compartment), "name": InertText.shown(grant.name), "username": grant.username,
                "role": speech.role(grant.role),
            ])
    }

    static var spoken: [String] {
        let own: [String] = ["topic", "missing", "grant-line", "moved"]
        let kinds: [StaffRequest.Kind] = StaffRequest.Kind.allCases.filter(\.needsRegistrars)
        let refusals: [String] = ["registrars", "signed-first", "not-certified"]
        return own.map { "desk-account." + $0 } + kinds.map { "desk-account.does-" + $0.rawValue }
            + refusals.map { "desk-refusal." + $0 }
    }
}
