import HeedCasework
import HeedCore
import HeedWeb

/// One row of the queue. Holds an officer's words or none: ticked signs, language and length until there is a gist.
struct QueueRowView: Sendable {
    let thread: String
    let handle: String
    let shape: String
    let shapeWord: String
    let gist: String
    let kind: String
    let clock: String
    let due: String
    let holder: String
    let state: String
    let isUnopened: Bool
    let action: String
    let href: String
    /// Whether the line stands for several reports that are much alike.
    let isFold: Bool

    init(_ row: QueueRow, _ speech: Speech, for visit: Visit, at now: Instant) {
        let card = row.card
        thread = row.thread.hex
        isFold = row.alike != nil
        handle = isFold ? "" : row.thread.handle
        href = (isFold ? "/alike/" : "/report/") + thread
        (shape, shapeWord) = Self.shape(row.group, speech)
        gist =
            row.alike.map { Self.counted($0, speech) }
            ?? (card.gist.isEmpty ? Self.descriptor(card, speech) : InertText.shown(card.gist))
        kind = speech.text("desk-kind.\(row.compartment.rawValue)")
        let nearest = row.clock.map { speech.clock($0, at: now) } ?? ""
        clock = isFold ? speech.text("desk-alike.row-oldest", ["clock": nearest]) : nearest
        due = row.clock.map { LocalTime.full($0.due) } ?? ""
        holder =
            card.holder.map { $0.person == visit.officer.person ? speech.text("desk-queue.you") : $0.username } ?? ""
        let waiting = card.unopenedItems > 0 && card.state != .received
        let key = waiting ? "desk-queue.answered" : card.times.answer != nil ? "desk-queue.partner-answered" : nil
        state = key.map { speech.text($0, ["state": speech.state(card.state)]) } ?? speech.state(card.state)
        isUnopened = card.state == .received && !isFold
        action = "/report/\(thread)/open"
    }

    init(_ row: UncardedRow, _ speech: Speech) {
        thread = row.thread.hex
        isFold = false
        handle = row.thread.handle
        href = "/report/" + thread
        (shape, shapeWord) = Self.shape(row.group, speech)
        gist = speech.text(row.wake ? "desk-queue.uncarded-wake" : "desk-queue.uncarded")
        kind = speech.text("desk-kind.\(row.compartment.rawValue)")
        (clock, due, holder) = ("", "", "")
        state = speech.state(.received)
        isUnopened = true
        action = "/report/\(thread)/open"
    }

    /// A mark that survives grey print, with the word for it.
    private static func shape(_ group: QueueGroup, _ speech: Speech) -> (String, String) {
        let name = group.slug
        let shape =
            switch group {
            case .alarm: "!!"
            case .waitingForMe: "?"
            case .dueThisShift: ">"
            case .unopened: "+"
            case .later: "·"
            case .setAside: "="
            }
        return (shape, speech.text("desk-group.\(name)"))
    }

    private static func counted(_ alike: QueueRow.Alike, _ speech: Speech) -> String {
        speech.text(
            alike.differing == 0 ? "desk-alike.row" : "desk-alike.row-differing",
            ["n": "\(alike.count)", "differing": "\(alike.differing)"])
    }

    private static func descriptor(_ card: Card, _ speech: Speech) -> String {
        var parts = Cues.names.filter { card.cues.contains($0.0) }.map { speech.text("desk-cue.\($0.1)") }
        parts += card.signs.sorted().map { speech.text("desk-sign-word.\($0)") }
        if parts.isEmpty { parts = [speech.text("desk-queue.nothing-ticked")] }
        parts.append(
            speech.text(
                "desk-queue.length",
                [
                    "language": InertText.shown(card.language),
                    "length": speech.text("desk-length.\(card.length.rawValue)"),
                ]))
        return parts.joined(separator: "; ")
    }
}

extension QueueGroup {
    /// The group in an element's id and in the words' keys.
    var slug: String {
        switch self {
        case .alarm: "alarm"
        case .waitingForMe: "waiting"
        case .dueThisShift: "due"
        case .unopened: "unopened"
        case .later: "later"
        case .setAside: "set-aside"
        }
    }
}
