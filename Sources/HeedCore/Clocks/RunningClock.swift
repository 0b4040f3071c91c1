/// A clock that is running for a report: what is due, when, and of how long.
package struct RunningClock: Sendable, Equatable {
    package let name: ClockRule.Name
    package let due: Instant
    package let limit: Seconds
    /// From when it asks for eyes.
    package let alarm: Instant

    /// All clocks that run now, soonest first.
    package static func running(
        for kind: ReportKind, in state: CaseState, times: CaseTimes, isUrgent: Bool
    ) -> [RunningClock] {
        kind.clocks.compactMap { clock(of: $0, in: state, times: times, isUrgent: isUrgent) }
            .sorted { $0.due < $1.due }
    }

    /// The one that is due first.
    package static func nearest(
        for kind: ReportKind, in state: CaseState, times: CaseTimes, isUrgent: Bool
    ) -> RunningClock? {
        var nearest: RunningClock?
        for rule in kind.clocks {
            guard let clock = clock(of: rule, in: state, times: times, isUrgent: isUrgent) else { continue }
            if nearest.map({ clock.due < $0.due }) ?? true { nearest = clock }
        }
        return nearest
    }

    private static func clock(
        of rule: ClockRule, in state: CaseState, times: CaseTimes, isUrgent: Bool
    ) -> RunningClock? {
        guard rule.states.contains(state), let start = times.start(rule.starts) else { return nil }
        let due = (isUrgent ? rule.urgentLimit : rule.limit).earliestDue(from: start)
        let alarm = isUrgent ? rule.urgentAlarmAfter.map { start + $0 } ?? due : due
        return RunningClock(name: rule.name, due: due, limit: due - start, alarm: alarm)
    }

    /// Time left; negative when it is over.
    package func left(at now: Instant) -> Seconds { due - now }
}

/// The moments a report's clocks count from. Exact, so kept only sealed or in memory.
package struct CaseTimes: Sendable, Equatable {
    package var received: Instant
    /// When the first of the follow-ups came that nobody has opened; nil where all are opened.
    package var followUp: Instant?
    package var opened: Instant?
    package var waiting: Instant?
    /// When it came to be where it stands; nil while nobody has done anything.
    package var since: Instant?
    /// Since when messages have been locked without the source unit having looked; nil where there is nothing to look at.
    package var locked: Instant?
    /// From when a notice to a publisher counts whose outcome nobody has recorded; nil where none runs.
    package var notice: Instant?
    /// When the partner was asked who has been silent for longest; nil where none is awaited.
    package var asked: Instant?
    /// When the partner's answer came that nobody has read for longest; nil where all are read.
    package var answer: Instant?

    package init(
        received: Instant, followUp: Instant? = nil, opened: Instant? = nil, waiting: Instant? = nil,
        since: Instant? = nil, locked: Instant? = nil, notice: Instant? = nil, asked: Instant? = nil,
        answer: Instant? = nil
    ) {
        self.received = received
        self.followUp = followUp
        self.opened = opened
        self.waiting = waiting
        self.since = since
        self.locked = locked
        self.notice = notice
        self.asked = asked
        self.answer = answer
    }

    /// When the reporter was heard last, as far as nobody has opened it.
    package var latest: Instant { max(received, followUp ?? received) }

    func start(_ start: ClockRule.Start) -> Instant? {
        switch start {
        case .received: received
        case .followUp: followUp
        case .opened: opened
        case .waiting: waiting
        case .state: since
        case .locked: locked
        case .notice: notice
        case .asked: asked
        case .answer: answer
        }
    }
}

/// A length of time in words' parts: what is left rounds down, what is over rounds up.
package struct Remaining: Sendable, Equatable {
    package let isOver: Bool
    package let amount: Int64
    package let unit: Unit
    package enum Unit: String, Sendable { case minutes, hours, days }

    package init(seconds: Seconds) {
        isOver = seconds < 0
        let size = abs(seconds)
        let (length, unit): (Seconds, Unit) =
            size < 2 * 3_600 ? (60, .minutes) : size < 2 * 86_400 ? (3_600, .hours) : (86_400, .days)
        self.unit = unit
        amount = isOver ? (size + length - 1) / length : size / length
    }
}
