import HeedCore
import HeedWeb

/// The questions of one topic with their answers: words of ours, words of theirs, or long words of theirs with the rest
/// folded.
struct CheckAnswers {
    private let question: Stencil
    private let given: Stencil
    private let said: Stencil
    private let folded: Stencil

    /// Characters of an answer that are shown before the rest is folded.
    private static let shownLength = 600

    init(_ part: (String, [String]) throws -> Stencil) rethrows {
        question = try part("report/check/question", ["label", "answer"])
        given = try part("report/check/given", ["text"])
        said = try part("report/check/said", ["text"])
        folded = try part("report/check/folded", ["text", "rest"])
    }

    func drawn(_ answers: Answers, on step: JourneyStep, _ speech: Speech) -> Markup {
        speech.blanks(answers.kind, step).reduce(Markup.none) { markup, blank in
            let view = blank.filled(answers[blank.name], problem: nil)
            return markup
                + question.filled(["label": .text(view.label), "answer": .markup(answer(in: view, speech))])
        }
    }

    private func answer(in view: FieldView, _ speech: Speech) -> Markup {
        if view.isTyped, !AnswerCheck.isBlank(view.value) { return typed(view.value) }
        let chosen = view.options.filter(\.isChosen).map(\.label)
        return (chosen.isEmpty ? [speech.text("check.not-given")] : chosen)
            .reduce(Markup.none) { $0 + given.filled(["text": .text($1)]) }
    }

    private func typed(_ text: String) -> Markup {
        let end = text.index(text.startIndex, offsetBy: Self.shownLength, limitedBy: text.endIndex) ?? text.endIndex
        return end == text.endIndex
            ? said.filled(["text": .text(text)])
            : folded.filled(["text": .text(String(text[..<end])), "rest": .text(String(text[end...]))])
    }
}
