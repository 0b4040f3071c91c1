import HeedCasework
import HeedCore

/// What a report's page says besides what can be done: the words, what is not as it was, and everything that was done.
struct ReportRecord {
    let view: CaseView
    let speech: Speech

    func fill(_ model: inout PageModel) {
        let timeline = Timeline(view: view, speech: speech)
        model["items"] = ReportWords(view: view, speech: speech).items
        model["warnings"] = warnings
        model["hasWarnings"] = !view.warnings.isEmpty
        model["triage"] = view.triage.map { timeline.lines(of: $0).filter { !$0.text.isEmpty } } ?? []
        model["hasTriage"] = view.triage != nil
        let lists: [(String, [Timeline.Entry])] = [
            ("research", entries(timeline) { if case .research = $0 { true } else { false } }),
            ("identifiers", entries(timeline) { if case .identifier = $0 { true } else { false } }),
            (
                "decisions",
                entries(timeline) {
                    switch $0 {
                    case .decision, .proposal, .answer, .assessment, .record, .raised, .reviewed, .disclosed, .survey,
                        .asked, .answerRead, .requestEnded:
                        true
                    default: false
                    }
                }
            ),
        ]
        for (name, entries) in lists {
            model[name] = entries
            model["no" + name] = entries.isEmpty
        }
        model["timeline"] = timeline.entries
    }

    private func entries(_ timeline: Timeline, _ isShown: (StepBody) -> Bool) -> [Timeline.Entry] {
        view.steps.filter { isShown($0.step.body) }.map(timeline.entry)
    }

    private var warnings: [TextView] {
        view.warnings.map { warning in
            switch warning {
            case .itemUnreadable(let item): speech.text("desk-warning.item-unreadable", ["n": "\(item)"])
            case .receivedLeafMissing(let item): speech.text("desk-warning.leaf-missing", ["n": "\(item)"])
            case .contactReplaced: speech.text("desk-warning.contact-replaced")
            case .replyKeyReplaced: speech.text("desk-warning.reply-key-replaced")
            case .answerUnreadable: speech.text("desk-warning.answer-unreadable")
            case .stepUnproven(let step): speech.text("desk-warning.step-unproven", ["n": "\(step)"])
            case .stepsMissing: speech.text("desk-warning.steps-missing")
            }
        }.sorted().map(TextView.init)
    }
}
