/// The clocks of something online. Defaults: a force changes the numbers in its settings.
/// First eyes within 4 hours; forwarded within two working days, which a weekend makes four.
package enum OnlineClocks {
    package static let rules: [ClockRule] = [
        ClockRule(
            name: .look, states: [.received], starts: .received, limit: 4 * 3_600, urgentLimit: 900,
            urgentAlarmAfter: 300),
        ClockRule(
            name: .read, states: Set(CaseState.allCases).subtracting([.received]), starts: .followUp, limit: 4 * 3_600,
            urgentLimit: 900, urgentAlarmAfter: 300),
        ClockRule(
            name: .assess, states: [.opened], starts: .opened, limit: 8 * 3_600, urgentLimit: 3_600,
            urgentAlarmAfter: nil),
        ClockRule(
            name: .forward, states: [.assessed], starts: .received, limit: 2 * 86_400, urgentLimit: 86_400,
            urgentAlarmAfter: nil),
        ClockRule(
            name: .sign, states: [.noActionProposed], starts: .waiting, limit: 24 * 3_600, urgentLimit: 3_600,
            urgentAlarmAfter: nil),
        ClockRule(
            name: .decide, states: Set(CaseState.allCases.filter(\.isOpen)), starts: .received, limit: 14 * 86_400,
            urgentLimit: 14 * 86_400, urgentAlarmAfter: nil),
    ]
}
