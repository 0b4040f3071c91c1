import HeedCore

/// A page of questions, drawn from the form's table: no field is named here.
struct QuestionPage {
    let state: JourneyState
    let problems: [FieldProblem]

    static let template = "report/questions"

    /// Sentences a page may have: above its questions, below them, beside the button.
    static let parts = ["note", "after", "next"]

    func fill(_ model: inout PageModel, _ speech: Speech) {
        let form = state.answers.form
        let blanks = speech.blanks(state.answers.kind, state.step)
        model["fields"] = blanks.map { blank in
            let problem = problems.first { $0.field == blank.name }.map { words(for: $0, speech) }
            return blank.filled(state.answers[blank.name], problem: problem)
        }
        let hasHeading = blanks.count > 1
        model["hasHeading"] = hasHeading
        model["heading"] = hasHeading ? speech.text(form.key(state.step, "heading")) : ""
        for part in Self.parts {
            let key = form.key(state.step, part)
            let isThere = speech.has(key)
            model["has" + part.capitalised] = isThere
            model[part] = isThere ? speech.text(key) : ""
        }
    }

    func views(_ speech: Speech) -> [ProblemView] {
        problems.map { ProblemView(field: $0.field, text: words(for: $0, speech)) }
    }

    private func words(for problem: FieldProblem, _ speech: Speech) -> String {
        guard problem.key == "problem.too-long" else { return speech.text(problem.key) }
        let own = state.answers.text(problem.field).utf8.count
        let limit = state.answers.form.question(problem.field)?.limit ?? Form.textLimit
        let pages =
            own > limit
            ? AnswerCheck.pagesOver(bytes: own, limit: limit)
            : AnswerCheck.pagesOver(bytes: state.answers.textBytes, limit: Form.textLimit)
        return speech.text(problem.key, ["pages": "\(pages)"])
    }
}

extension String {
    fileprivate var capitalised: String { prefix(1).uppercased() + dropFirst() }
}
