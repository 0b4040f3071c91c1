import HeedCore
import HeedWeb

/// A message with what could be read as a task marked in it, and quoted beside it: never by colour alone.
struct MarkedWords {
    let message: Message
    let speech: Speech

    struct Stretch: Sendable {
        let text: String
        let isMarked: Bool
    }

    func fill(_ model: inout PageModel) {
        guard let words = message.words else { return }
        let stretches = Tasking.stretches(of: words)
        model["hasWords"] = true
        model["words"] = stretches.map { Stretch(text: InertText.shown($0.text), isMarked: $0.isMarked) }
        let marked = stretches.filter(\.isMarked).map { TextView(InertText.shown($0.text)) }
        model["hasMarked"] = !marked.isEmpty
        model["markedWords"] = marked
        model["wordsLanguage"] = Message.language
        model["readerLanguage"] = speech.text(
            "desk-drift.reader", ["language": InertText.shown(message.reporterLanguage ?? "")])
    }
}
