/// What is wrong with a page's answers, if anything.
/// The only checks are: something was said, it fits, and somebody who asked to be reached says how.
package enum AnswerCheck {
    /// What is to be mended before a page goes on, and before a report is stored. The page `reach` counts only for
    /// those who asked to be reached.
    package static func problems(with answers: Answers, on step: JourneyStep) -> [FieldProblem] {
        var problems: [FieldProblem] = []
        for question in ActivityForm.questions(on: step) {
            let text = answers.text(question.name)
            if question.isRequired || question.name == "reach", isBlank(text) {
                problems.append(FieldProblem(field: question.name, key: "problem.\(question.name).empty"))
            } else if let limit = question.limit, text.utf8.count > limit {
                problems.append(FieldProblem(field: question.name, key: "problem.too-long"))
            }
        }
        if problems.isEmpty, answers.textBytes > ActivityForm.textLimit,
            let first = ActivityForm.questions(on: step).first(where: { $0.limit != nil })
        {
            problems.append(FieldProblem(field: first.name, key: "problem.too-long"))
        }
        return problems
    }

    /// Pages of about 3,000 characters by which a text is over its limit, rounded up; for "about 3 pages too long".
    package static func pagesOver(bytes: Int, limit: Int) -> Int { max(1, (bytes - limit + 2_999) / 3_000) }

    /// No letter, digit or symbol in any script: only white space and invisible marks.
    package static func isBlank(_ text: String) -> Bool {
        text.unicodeScalars.allSatisfy { scalar in
            scalar.properties.isWhitespace || scalar.properties.isDefaultIgnorableCodePoint
                || scalar.properties.generalCategory == .control
        }
    }
}
