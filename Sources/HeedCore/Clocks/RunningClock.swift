/// A clock that is running for a report: what is due, when, and of how long.
package struct RunningClock: Sendable, Equatable {
    package let name: ClockRule.Name
    package let due: Instant
    package let limit: Seconds
    /// From when it asks for eyes.
    package let alarm: Instant

    /// - Returns: nil where the rule has no clock running: another state, or nothing to count from.
    init?(_ rule: ClockRule, in state: CaseState, times: CaseTimes, isUrgent: Bool) {
        guard rule.states.contains(state), let start = times.start(rule.starts) else { return nil }
        let calm = rule.limit.earliestDue(from: start)
        // An hour that begins before midnight would outlast a limit of the same day: cues never make anything later.
        let due =
            isUrgent && rule.urgentLimit != rule.limit ? min(calm, rule.urgentLimit.earliestDue(from: start)) : calm
        name = rule.name
        limit = due - start
        alarm = isUrgent ? rule.urgentAlarmAfter.map { min(due, start + $0) } ?? due : due
        self.due = due
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
