/// An action somebody wants taken, for a second person to authorise.
package struct Proposal: Sendable, Equatable, Codable {
    /// The act, in one sentence.
    package var act: String
    /// Why it is necessary and proportionate.
    package var why: String
    /// The numbers of the research steps it relies on.
    package var research: [Int]
    /// What it could mean for whoever reported.
    package var riskToReporter: String
    /// After how many hours it may no longer be carried out.
    package var validHours: Int

    package init(act: String, why: String, research: [Int], riskToReporter: String, validHours: Int) {
        self.act = act
        self.why = why
        self.research = research
        self.riskToReporter = riskToReporter
        self.validHours = validHours
    }

    package var problems: [FieldProblem] {
        var problems: [FieldProblem] = []
        if AnswerCheck.isBlank(act) { problems.append(FieldProblem(field: "act", key: "problem.act.empty")) }
        if AnswerCheck.isBlank(why) { problems.append(FieldProblem(field: "why", key: "problem.why.empty")) }
        if research.isEmpty { problems.append(FieldProblem(field: "research", key: "problem.research.empty")) }
        return problems
    }
}
