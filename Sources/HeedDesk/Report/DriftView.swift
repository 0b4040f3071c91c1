import HeedCasework
import HeedCore
import HeedWeb

/// How far writing to the reporter has come, in one line, and why nobody may write where that is so.
struct DriftView {
    let view: CaseView
    let speech: Speech

    func fill(_ model: inout PageModel) {
        model["hasDrift"] = view.facts.hasCode && !view.items.isEmpty
        model["drift"] = line
        let lock = view.facts.drift.lock
        model["isMessagingLocked"] = lock != nil
        model["lock"] = lock.map { speech.text("desk-drift.lock-\($0.rawValue)") } ?? ""
        model["unlockers"] =
            lock == nil || lock == .transferred
            ? ""
            : speech.text(
                "desk-drift.unlock",
                [
                    "roles": view.kind.workflow.roles(for: .sourceReviewed).map(speech.role).sorted()
                        .joined(separator: ", ")
                ])
    }

    private var line: String {
        let drift = view.facts.drift
        return speech.text(
            view.facts.isThreadOver ? "desk-drift.over" : "desk-drift.line",
            [
                "round": "\(max(1, drift.rounds))", "free": "\(Message.freeRounds)", "questions": "\(drift.questions)",
                "most": "\(Message.mostQuestions)", "replies": "\(view.replies)", "linked": "\(drift.linked)",
                "day": LocalTime.day(view.messagesUntil),
            ])
    }
}

/// A message with what could be read as a task marked in it, and quoted beside it: never by colour alone.
struct MarkedWords {
    let message: Message
    let speech: Speech

    struct Stretch: Sendable {
        let text: String
        let isMarked: Bool
    }

    /// - Parameter questions: how the approved ones of the round read.
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
