/// One look into one system: what was sought there and what came of it.
/// Nothing found weighs the same as something found.
package struct ResearchRecord: Sendable, Equatable, Codable {
    /// The system or source consulted, from the force's list or in the officer's words.
    package var system: String
    package var sought: String
    package var result: Result
    package var details: String

    package enum Result: String, CaseIterable, Sendable, Codable {
        case found
        case nothing
        /// The system could not be searched; says so rather than leaving a gap.
        case notSearched = "not-searched"
    }

    package init(system: String, sought: String, result: Result, details: String) {
        self.system = system
        self.sought = sought
        self.result = result
        self.details = details
    }

    package var problems: [FieldProblem] {
        var problems: [FieldProblem] = []
        if AnswerCheck.isBlank(system) { problems.append(FieldProblem(field: "system", key: "problem.system.empty")) }
        if AnswerCheck.isBlank(sought) { problems.append(FieldProblem(field: "sought", key: "problem.sought.empty")) }
        if result == .found, AnswerCheck.isBlank(details) {
            problems.append(FieldProblem(field: "details", key: "problem.details.empty"))
        }
        return problems
    }
}
