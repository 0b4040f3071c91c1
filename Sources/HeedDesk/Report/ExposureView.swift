import HeedCasework
import HeedCore
import HeedWeb

/// What colleagues have written of something online, so that others need not look: above the addresses, and before every look.
struct ExposureView {
    let view: CaseView
    let speech: Speech

    struct Description: Sendable {
        let text: String
        let who: String
        let time: String
        let machine: String
    }

    /// Steps on whose pages the descriptions are read first.
    static let readFirst: Set<Verb> = [.looked, .described, .lookAllowed, .assessed]

    func fill(_ model: inout PageModel) {
        let descriptions = descriptions
        model["descriptions"] = descriptions
        model["hasDescriptions"] = !descriptions.isEmpty
    }

    private var descriptions: [Description] {
        let timeline = Timeline(view: view, speech: speech)
        return view.steps.filter { $0.step.verb == .described }.map { step in
            let entry = timeline.entry(step)
            return Description(
                text: InertText.shown(step.step.body.record?.text(Exposure.description.name) ?? ""), who: entry.who,
                time: entry.time, machine: entry.machine)
        }
    }
}

extension PageModel {
    /// One's own counts and who can help: on the page that asks whether to look, and on one's own account.
    mutating func fill(_ exposure: Exposure, _ pages: Pages) {
        let values = [
            "today": "\(exposure.today)", "week": "\(exposure.week)", "most": "\(exposure.most)",
            "since": LocalTime.full(exposure.since),
        ]
        self["looksToday"] = pages.speech.text("desk-exposure.today", values)
        self["looksWeek"] = pages.speech.text("desk-exposure.week", values)
        self["support"] = pages.support
    }
}
