import HTTPTypes
import HeedCasework
import HeedCore
import HeedWeb
import Hummingbird

/// The people of the force, for administrators: who, as what, until when, and which keys are missing. What waits comes first.
/// No report, no workload.
struct StaffList: Sendable {
    let desk: Desk
    let pages: Pages
    private var speech: Speech { pages.speech }

    static let path = "/staff"

    private struct Line: Sendable {
        let username: String
        let name: String
        let person: String
        let role: String
        let state: String
        let isActive: Bool
        let warns: Bool
        let keys: [TextView]
        let hasKeys: Bool
    }

    private struct WaitingLine: Sendable {
        let id: String
        let what: String
        let stage: String
    }

    func show(
        _ visit: Visit, problems: [FieldProblem] = [], status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        let entries = try await StaffBook(desk).entries(session: visit.session)
        let requests = try await StaffBook(desk).requests(session: visit.session)
        var model = PageModel(title: speech.title("desk-staff.topic"))
        model["waiting"] = requests.map(waiting)
        model["hasWaiting"] = !requests.isEmpty
        model["people"] = entries.map(line)
        let ending = entries.filter { $0.isActive && $0.warns }.count
        model["hasEnding"] = ending > 0
        model["ending"] = speech.text("desk-staff.ending", ["n": "\(ending)"])
        model.note(problems.map(speech.problem))
        return try await pages.page("staff", model, for: visit, at: Self.path, status: status).response
    }

    func withdraw(_ visit: Visit, _ form: FormBody) async throws -> Response {
        guard let request = form.first("request").flatMap({ RecordID(hex: $0) }) else { throw Refusal.notFound }
        do {
            try await WithdrawStaffChange(desk).perform(
                session: visit.session, request: request, reason: form.text("reason") ?? "")
            return Response.seeOther(Self.path)
        } catch Refusal.notValid {
            let problem = FieldProblem(field: "reason-\(request.hex)", key: "problem.reason.empty")
            return try await show(visit, problems: [problem], status: .unprocessableContent)
        }
    }

    private func waiting(_ request: StaffRequest) -> WaitingLine {
        WaitingLine(
            id: request.id.hex, what: StaffWords(speech).what(request), stage: StaffWords(speech).stage(request.stage))
    }

    private func line(_ entry: StaffBook.Entry) -> Line {
        let state =
            switch entry.end {
            case _ where !entry.isActive: speech.text("desk-staff.inactive")
            case .until(let day): speech.text("desk-staff.until", ["day": day])
            case .soon(let day, let left): speech.text("desk-staff.soon", ["day": day, "n": "\(left)"])
            case .none: speech.text("desk-staff.no-certificate")
            }
        let registrar = entry.isRegistrar ? [TextView(speech.text("desk-staff.registrar"))] : []
        let keys = registrar + entry.keys.map(key)
        return Line(
            username: entry.username, name: InertText.shown(entry.name), person: entry.person,
            role: StaffWords(speech).role(entry.role, entry.permissions), state: state, isActive: entry.isActive,
            warns: entry.isActive && entry.warns, keys: keys, hasKeys: !keys.isEmpty)
    }

    private func key(_ key: StaffBook.Key) -> TextView {
        let name = speech.text("desk-kind.\(key.compartment.rawValue)")
        if key.isHeld { return TextView(speech.text("desk-staff.held", ["key": name])) }
        guard !key.holders.isEmpty else { return TextView(speech.text("desk-staff.nobody-holds", ["key": name])) }
        return TextView(
            speech.text("desk-staff.missing", ["key": name, "holders": key.holders.joined(separator: ", ")]))
    }

    static let spoken: [String] =
        [
            "ending", "inactive", "until", "soon", "no-certificate", "registrar", "held", "missing", "nobody-holds",
        ].map { "desk-staff." + $0 } + StaffWords.spoken
}

extension StaffBook.Entry {
    /// Whether somebody has to see to the certificate.
    var warns: Bool {
        switch end {
        case .until: false
        case .soon, .none: true
        }
    }
}

/// What a waiting change is, in words that administrators and registrars both read.
struct StaffWords {
    let speech: Speech
    init(_ speech: Speech) { self.speech = speech }

    func what(_ request: StaffRequest) -> String {
        speech.text(
            "desk-staff.what-\(request.kind.rawValue)",
            [
                "username": request.username, "name": InertText.shown(request.name), "person": request.person,
                "role": role(request.role, request.permissions), "by": request.askedBy,
            ])
    }

    /// A role, and what somebody may do beside it.
    func role(_ role: Role?, _ permissions: Set<Compartment>) -> String {
        ([role.map(speech.role) ?? ""]
            + permissions.sorted { $0.rawValue < $1.rawValue }.map { speech.text("desk-staff.also-\($0.rawValue)") })
            .joined(separator: ", ")
    }

    func stage(_ stage: StaffRequest.Stage) -> String {
        switch stage {
        case .enrolment: speech.text("desk-staff.stage-enrolment")
        case .overdue: speech.text("desk-staff.stage-overdue")
        case .firstSignature: speech.text("desk-staff.stage-first")
        case .secondSignature(let person): speech.text("desk-staff.stage-second", ["person": person])
        }
    }

    static let spoken: [String] =
        StaffRequest.Kind.allCases.map { "desk-staff.what-" + $0.rawValue }
        + Role.allCases.flatMap(\.permissions).map { "desk-staff.also-" + $0.rawValue }
        + ["enrolment", "overdue", "first", "second"].map { "desk-staff.stage-" + $0 }
}
