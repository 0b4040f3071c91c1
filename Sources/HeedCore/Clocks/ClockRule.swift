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
        case look, read, triage, research, sign, ratify, decide
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

/// The clocks of suspicious activity. Defaults: a force changes the numbers in its settings.
package enum ActivityClocks {
    package static let rules: [ClockRule] = [
        ClockRule(
            name: .look, states: [.received], starts: .received, limit: 3_600, urgentLimit: 900, urgentAlarmAfter: 300),
        // What came later waits like what came first, also where the report was finished.
        ClockRule(
            name: .read, states: Set(CaseState.allCases).subtracting([.received]), starts: .followUp, limit: 3_600,
            urgentLimit: 900, urgentAlarmAfter: 300),
        ClockRule(
            name: .triage, states: [.opened], starts: .opened, limit: 4 * 3_600, urgentLimit: 3_600,
            urgentAlarmAfter: nil),
        ClockRule(
            name: .research, states: [.triaged], starts: .opened, limit: 72 * 3_600, urgentLimit: 24 * 3_600,
            urgentAlarmAfter: nil),
        ClockRule(
            name: .sign, states: [.proposed, .noActionProposed], starts: .waiting, limit: 24 * 3_600,
            urgentLimit: 3_600, urgentAlarmAfter: nil),
        ClockRule(
            name: .ratify, states: [.actedFirst], starts: .waiting, limit: 24 * 3_600, urgentLimit: 24 * 3_600,
            urgentAlarmAfter: nil),
        ClockRule(
            name: .decide, states: Set(CaseState.allCases.filter(\.isOpen)), starts: .received, limit: 14 * 86_400,
            urgentLimit: 14 * 86_400, urgentAlarmAfter: nil),
    ]
}
