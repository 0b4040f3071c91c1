/// What is wrong with a page's answers, if anything.
/// The only checks are: something was said, it fits, and somebody who asked to be reached says how.
package enum AnswerCheck {
    /// What is to be mended before a page goes on, and before a report is stored. The page `reach` counts only for
    /// those who asked to be reached.
    package static func problems(with answers: Answers, on step: JourneyStep) -> [FieldProblem] {
        var problems: [FieldProblem] = []
        for question in answers.form.questions(on: step) {
            let text = answers.text(question.name)
            if isBlank(text), isMissed(question, in: answers) {
                problems.append(FieldProblem(field: question.name, key: question.emptyKey))
            } else if let limit = question.limit, text.utf8.count > limit {
                problems.append(FieldProblem(field: question.name, key: "problem.too-long"))
            } else if case .links = question.control, Links(in: text).more > 0 {
                problems.append(FieldProblem(field: question.name, key: question.manyKey))
            }
        }
        if problems.isEmpty, answers.textBytes > Form.textLimit,
            let first = answers.form.questions(on: step).first(where: { $0.limit != nil })
        {
            problems.append(FieldProblem(field: first.name, key: "problem.too-long"))
        }
        return problems
    }

    private static func isMissed(_ question: Question, in answers: Answers) -> Bool {
        if question.name == "reach" { return true }
        return question.isRequired && question.substitute.map { isBlank(answers.text($0)) } ?? true
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
