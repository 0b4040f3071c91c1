import HeedCasework
import HeedCore

/// What stands at the head of every page about one report: its handle, who holds it, its clocks, anonymity, danger.
struct ReportHead {
    let view: CaseView
    let speech: Speech
    let now: Instant

    func fill(_ model: inout PageModel) {
        model["handle"] = view.thread.handle
        model["thread"] = view.thread.hex
        model["kind"] = speech.text("desk-kind.\(view.kind.rawValue)")
        model["state"] = speech.state(view.facts.state)
        model["holder"] =
            view.facts.holder.map { speech.text("desk-report.held-by", ["name": $0.username]) }
            ?? speech.text("desk-report.unheld")
        model["clocks"] = view.clocks.map { clock in
            ClockView(
                text: speech.clock(clock, at: now), due: LocalTime.full(clock.due),
                machine: LocalTime.machine(clock.due), isOver: clock.left(at: now) < 0)
        }
        let isOpened = !view.items.isEmpty
        model["isOpened"] = isOpened
        model["anonymity"] = isOpened ? speech.text("desk-report.contact-\(view.contactMode.rawValue)") : ""
        model["channel"] = isOpened ? speech.text("desk-report.channel-\(view.channel.rawValue)") : ""
        model["cues"] =
            isOpened
            ? Cues.names.filter { view.cues.contains($0.0) }
                .map { TextView(speech.text("desk-cue.\($0.1)")) } : []
        model["isSetAside"] = view.facts.isSetAside
        model["lane"] = view.lane.map { TextView(speech.text("desk-lane.\($0.rawValue)")) }
        model["received"] = isOpened ? LocalTime.full(view.times.received) : ""
    }

    struct ClockView: Sendable {
        let text: String
        let due: String
        let machine: String
        let isOver: Bool
    }
}
