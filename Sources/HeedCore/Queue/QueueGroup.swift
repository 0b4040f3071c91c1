/// The groups of the queue, in the order an officer should look at them. Each report is in its highest group only.
package enum QueueGroup: Int, CaseIterable, Sendable, Comparable {
    /// Needs eyes now.
    case alarm
    /// Somebody waits for this officer.
    case waitingForMe
    case dueThisShift
    case unopened
    case later
    /// The lane that people review. Cues lift a report out of it.
    case setAside

    package static func < (a: QueueGroup, b: QueueGroup) -> Bool { a.rawValue < b.rawValue }

    /// How long a shift is, for "due this shift".
    package static let shift: Seconds = 8 * 3_600

    package static func group(of card: Card, for officer: Officer, at now: Instant) -> QueueGroup {
        if card.isSetAside, !card.cues.isUrgent { return .setAside }
        let isMine = card.holder?.person == officer.person
        if card.state == .received {
            return card.cues.isUrgent || card.nearestClock.map { $0.alarm < now } == true ? .alarm : .unopened
        }
        if card.unopenedItems > 0, isMine || card.holder == nil { return .waitingForMe }
        if let proposer = card.waitingPerson, proposer != officer.person, officer.role == .supervisor { return .waitingForMe }
        if isMine, let clock = card.nearestClock, clock.due < now + shift { return .dueThisShift }
        return .later
    }
}

/// Where a report stands in the queue: by group, urgent first, then soonest due, then longest waiting.
/// Waiting raises; only a person lowers.
package struct QueuePosition: Comparable, Sendable {
    package let group: QueueGroup
    let calm: Bool
    let due: Instant
    let received: Instant

    package init(of card: Card, for officer: Officer, at now: Instant) {
        group = QueueGroup.group(of: card, for: officer, at: now)
        calm = !card.cues.isUrgent
        due = card.nearestClock?.due ?? Instant(milliseconds: .max)
        received = card.times.received
    }

    package static func < (a: QueuePosition, b: QueuePosition) -> Bool {
        if a.group != b.group { return a.group < b.group }
        if a.calm != b.calm { return !a.calm }
        if a.due != b.due { return a.due < b.due }
        return a.received < b.received
    }
}
