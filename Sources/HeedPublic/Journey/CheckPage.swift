import HeedCore
import HeedWeb

/// The page before sending: the code, and everything that would be sent, each topic with a way to change it.
struct CheckPage: GappedPage {
    let state: JourneyState

    var template: String { "report/check" }

    var shape: String { "\(isCodeFirst) \(state.inDanger) \(steps.contains { !isShown($0) })" }

    private var form: Form { state.answers.form }
    private var steps: [JourneyStep] { form.pages(for: state.answers.contactMode) }
    private var isCodeFirst: Bool { state.answers.contactMode != .none }
    private var codeBlock: CodeBlock {
        CodeBlock(state.code, noteKey: isCodeFirst ? "check.code-works" : "check.code-optional")
    }

    func fill(_ model: inout PageModel, _ speech: Speech) {
        model["isCodeFirst"] = isCodeFirst
        codeBlock.fill(&model, titleKey: "check.code", speech)
        model["isInDanger"] = state.inDanger
        model["topics"] = Stencil.gap("topics")
        model["hasSkipped"] = steps.contains { !isShown($0) }
        model["skipped"] = Stencil.gap("skipped")
    }

    func own(
        _ speech: Speech, part: (String, [String]) throws -> Stencil
    ) rethrows -> [String: Stencil.Filling] {
        let topic = try part("report/check/topic", ["topic", "go", "answers"])
        let skipped = try part("report/check/skipped", ["topic", "go"])
        let answers = try CheckAnswers(part)
        var own = codeBlock.own(speech)
        var (told, untold) = (Markup.none, Markup.none)
        for step in steps {
            var words: [String: Stencil.Filling] = [
                "topic": .text(speech.text(form.key(step, "topic"))), "go": .text("change-" + step.rawValue),
            ]
            if isShown(step) {
                words["answers"] = .markup(answers.drawn(state.answers, on: step, speech))
                told = told + topic.filled(words)
            } else {
                untold = untold + skipped.filled(words)
            }
        }
        own["topics"] = .markup(told)
        own["skipped"] = .markup(untold)
        return own
    }

    /// The account and how to be heard from always are; other topics once they were shown or answered.
    private func isShown(_ step: JourneyStep) -> Bool {
        [.words, .hearing].contains(step) || state.seen.contains(step)
            || form.questions(on: step).contains { !state.answers[$0.name].isEmpty }
    }
}
