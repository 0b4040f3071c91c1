/// Where a report stands in the queue: by group, urgent first, then soonest due, then longest waiting.
/// Waiting raises; only a person lowers.
package struct QueuePosition: Comparable, Hashable, Sendable {
    package let group: QueueGroup
    package let isCalm: Bool
    package let due: Instant
    package let received: Instant

    package init(of card: CardHead, for viewer: QueueGroup.Viewer, at now: Instant) {
        let clock = card.nearestClock(by: viewer.clocks)
        group = QueueGroup.group(of: card, clock: clock, for: viewer, at: now)
        isCalm = !card.cues.isUrgent
        due = clock?.due ?? Instant(milliseconds: .max)
        received = card.times.received
    }

    package init(group: QueueGroup, isCalm: Bool, due: Instant, received: Instant) {
        self.group = group
        self.isCalm = isCalm
        self.due = due
        self.received = received
    }

    package static func < (a: QueuePosition, b: QueuePosition) -> Bool {
        if a.group != b.group { return a.group < b.group }
        if a.isCalm != b.isCalm { return !a.isCalm }
        if a.due != b.due { return a.due < b.due }
        return a.received < b.received
    }
}

extension QueuePosition {
    package init(of card: Card, for officer: Officer, by clocks: ForceClocks = .declared, at now: Instant) {
        self.init(of: card.head, for: QueueGroup.Viewer(officer, clocks: clocks), at: now)
    }
}

extension QueueGroup {
    package static func group(
        of card: Card, for officer: Officer, by clocks: ForceClocks = .declared, at now: Instant
    ) -> QueueGroup {
        group(of: card.head, for: Viewer(officer, clocks: clocks), at: now)
    }
}
