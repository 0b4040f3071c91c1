import HeedCasework
import HeedCore

/// Steps whose record a table declares, filled in for tests.
extension Station {
    /// Takes a step with every field that is needed answered: as given, else with the first that is offered.
    @discardableResult
    func record(
        _ verb: Verb, _ session: String, _ thread: RecordID, _ answers: [String: String] = [:]
    ) async throws -> TakenStep {
        try await RecordStep(desk).perform(form(session, thread), verb, raised: verb == .raised ? .random() : nil) {
            field in
            if let given = answers[field.name] { return [given] }
            switch field.control {
            case .line, .text: return ["Words"]
            case .number: return ["12"]
            case .day: return ["2027-06-30"]
            case .choice(let values), .ticks(let values): return [values[0]]
            }
        }
    }

    /// Two people of the team that works on a kind, and one who is not of it.
    static func team(of kind: ReportKind) -> (first: String, second: String, stranger: String) {
        switch kind {
        case .activity, .online, .general: ("alder", "cedar", "fir")
        case .prevent, .engagement: ("fir", "maple", "cedar")
        case .protect: ("juniper", "oak", "fir")
        }
    }

    /// An enquiry on which a visit was agreed and a survey recorded.
    @discardableResult
    func surveyed(by name: String, saying weakPoints: String = "The side door does not lock.") async throws -> RecordID
    {
        let (thread, _) = try await report("We would like a visit.", kind: .protect)
        let session = try await signIn(name)
        _ = try await OpenReport(desk).perform(StepForm(session: session, thread: thread, version: 0))
        try await record(.weighed, session, thread)
        try await record(.booked, session, thread)
        _ = try await RecordSurvey(desk).perform(
            form(session, thread), day: "2027-03-02", weakPoints: weakPoints, recommended: "A lock for it.")
        return thread
    }
}

extension Station {
    /// What the auditor reads of one verb: the reasons, newest first.
    func audited(_ verb: AuditVerb) async throws -> [String] {
        let gorse = try await signIn("gorse")
        return try await AuditReading(desk).perform(session: gorse, filter: AuditFilter(verb: verb)).lines.map(\.reason)
    }
}
