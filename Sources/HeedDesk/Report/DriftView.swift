import HeedCasework
import HeedCore

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
                "round": "\(max(1, drift.rounds))", "free": "\(drift.rules.freeRounds)",
                "questions": "\(drift.questions)",
                "most": "\(Message.mostQuestions)", "replies": "\(view.replies)", "linked": "\(drift.linked)",
                "day": LocalTime.day(view.messagesUntil),
            ])
    }
}
