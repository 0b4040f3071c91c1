/// A decision in the shape of the National Decision Model: gather, assess, powers, options, act and review, around the code of ethics.
/// Two answers are required to take no action, four to take one.
package struct Decision: Sendable, Equatable, Codable {
    package var outcome: Outcome
    package var why: String
    /// The numbers of the steps that were gathered: research, triage.
    package var gathered: [Int]
    package var assessment: String
    package var powers: String
    package var options: String
    package var fairness: String
    /// Days until somebody looks at it again; 0 for never.
    package var reviewDays: Int

    package enum Outcome: String, CaseIterable, Sendable, Codable {
        case noFurtherAction = "no-further-action"
        case actionTaken = "action-taken"
        case passedOn = "passed-on"
    }

    package init(
        outcome: Outcome, why: String, gathered: [Int] = [], assessment: String = "", powers: String = "",
        options: String = "", fairness: String = "", reviewDays: Int = 0
    ) {
        self.outcome = outcome
        self.why = why
        self.gathered = gathered
        self.assessment = assessment
        self.powers = powers
        self.options = options
        self.fairness = fairness
        self.reviewDays = reviewDays
    }

    package var problems: [FieldProblem] {
        var missing: [String] = []
        if AnswerCheck.isBlank(why) { missing.append("why") }
        if outcome != .noFurtherAction {
            if AnswerCheck.isBlank(powers) { missing.append("powers") }
            if AnswerCheck.isBlank(options) { missing.append("options") }
        }
        return missing.map { FieldProblem(field: $0, key: "problem.\($0).empty") }
    }
}
