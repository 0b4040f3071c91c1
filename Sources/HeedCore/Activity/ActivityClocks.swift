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
