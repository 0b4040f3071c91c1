import HeedCore
import HeedWeb

/// The page before sending: the code, and everything that would be sent, each topic with a way to change it.
struct CheckPage {
    let state: JourneyState

    func fill(_ model: inout PageModel, _ speech: Speech) {
        let mode = state.answers.contactMode
        model["isCodeFirst"] = mode != .none
        CodeBlock(state.code, noteKey: mode == .none ? "check.code-optional" : "check.code-works")
            .fill(&model, titleKey: "check.code", speech)
        model["isInDanger"] = state.inDanger
        var topics: [Topic] = []
        var skipped: [Topic] = []
        let form = state.answers.form
        for step in form.pages(for: mode) {
            if isShown(step) {
                topics.append(Topic(step, of: form, rows: rows(on: step, speech), speech))
            } else {
                skipped.append(Topic(step, of: form, rows: [], speech))
            }
        }
        model["topics"] = topics
        model["hasSkipped"] = !skipped.isEmpty
        model["skipped"] = skipped
    }

    /// The account and how to be heard from always are; other topics once they were shown or answered.
    private func isShown(_ step: JourneyStep) -> Bool {
        [.words, .hearing].contains(step) || state.seen.contains(step)
            || state.answers.form.questions(on: step).contains { !state.answers[$0.name].isEmpty }
    }

    private func rows(on step: JourneyStep, _ speech: Speech) -> [Row] {
        speech.blanks(state.answers.kind, step).map { blank in
            let given = blank.filled(state.answers[blank.name], problem: nil)
            if given.isTyped {
                return AnswerCheck.isBlank(given.value)
                    ? Row(given.label, given: [speech.text("check.not-given")]) : Row(given.label, said: given.value)
            }
            let chosen = given.options.filter(\.isChosen).map(\.label)
            return Row(given.label, given: chosen.isEmpty ? [speech.text("check.not-given")] : chosen)
        }
    }

    struct Topic: PageNamed {
        let topic: String
        let go: String
        let rows: [Row]

        var named: [(name: String, value: Any)] { [("topic", topic), ("go", go), ("rows", rows)] }

        init(_ step: JourneyStep, of form: Form, rows: [Row], _ speech: Speech) {
            topic = speech.text(form.key(step, "topic"))
            go = "change-" + step.rawValue
            self.rows = rows
        }
    }

    /// One question with its answer: words of ours, words of theirs, or long words of theirs with the rest folded.
    struct Row: PageNamed {
        let label: String
        var given: [TextView] = []
        var said: [TextView] = []
        var folded: [Folded] = []

        var named: [(name: String, value: Any)] {
            [("label", label), ("given", given), ("said", said), ("folded", folded)]
        }

        private static let shownLength = 600

        init(_ label: String, given: [String]) {
            self.label = label
            self.given = given.map(TextView.init)
        }

        init(_ label: String, said text: String) {
            self.label = label
            let end = text.index(text.startIndex, offsetBy: Self.shownLength, limitedBy: text.endIndex) ?? text.endIndex
            if end == text.endIndex {
                said = [TextView(text)]
            } else {
                folded = [Folded(text: String(text[..<end]), rest: String(text[end...]))]
            }
        }
    }

    struct Folded: PageNamed {
        let text: String
        let rest: String

        var named: [(name: String, value: Any)] { [("text", text), ("rest", rest)] }
    }
}
