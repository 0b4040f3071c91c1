/// A promise of time: from when, until which step, within how long.
/// A clock never pauses, and awaiting a reporter's answer stops none.
package struct ClockRule: Sendable, Equatable {
    package let name: Name
    /// Runs while the report is in one of these states.
    package let states: Set<CaseState>
    package let starts: Start
    package let limit: Seconds
    /// Where cues raise it.
    package let urgentLimit: Seconds
    /// Alarms this long after the start, before the limit is reached; nil: alarms at the limit.
    package let urgentAlarmAfter: Seconds?

    package enum Name: String, CaseIterable, Sendable, Codable {
        case look, read, triage, research, sign, ratify, decide, assess, forward
    }

    /// The moment a clock counts from.
    package enum Start: Sendable, Equatable {
        case received
        /// The arrival of the follow-up that nobody has opened for longest.
        case followUp
        case opened
        /// The step that put something before a second person.
        case waiting
    }
}
