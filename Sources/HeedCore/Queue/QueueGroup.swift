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

    package static func group(of card: CardHead, for viewer: Viewer, at now: Instant) -> QueueGroup {
        group(of: card, clock: card.nearestClock(by: viewer.clocks), for: viewer, at: now)
    }

    static func group(of card: CardHead, clock: RunningClock?, for viewer: Viewer, at now: Instant) -> QueueGroup {
        if card.isSetAside, !card.cues.isUrgent { return .setAside }
        let isMine = card.holder == viewer.person
        if card.state == .received {
            return card.cues.isUrgent || clock.map { $0.alarm < now } == true ? .alarm : .unopened
        }
        if card.unopenedItems > 0, clock.map({ $0.name == .read && $0.alarm < now }) == true { return .alarm }
        if card.rings(for: viewer.role, by: viewer.clocks, at: now) || card.isPartnerLate(by: viewer.clocks, at: now) {
            return .alarm
        }
        if card.unopenedItems > 0 || card.times.answer != nil, isMine || card.holder == nil { return .waitingForMe }
        if let proposer = card.waiting, proposer != viewer.person,
            card.kind.workflow.roles(for: .confirmed).contains(viewer.role)
        {
            return .waitingForMe
        }
        if isMine, let clock, clock.due < now + shift { return .dueThisShift }
        return .later
    }

    /// Who looks at the queue, and by which clocks: the same reports stand in different places for different people.
    package struct Viewer: Sendable {
        let person: PersonKey
        let role: Role
        package let clocks: ForceClocks

        package init(_ officer: Officer, clocks: ForceClocks) {
            self.clocks = clocks
            person = PersonKey(officer.person)
            role = officer.role
        }
    }
}
