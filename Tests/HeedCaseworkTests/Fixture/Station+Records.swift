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
}
