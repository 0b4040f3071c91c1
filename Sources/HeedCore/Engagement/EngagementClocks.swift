/// The clocks of an invitation or a question to the local team. Defaults: a force changes the numbers in its settings.
package enum EngagementClocks {
    package static let rules: [ClockRule] =
        ClockRule.eyes(within: .workingDays(2, .englandAndWales)) + [
            .review,
            ClockRule(.reply, in: [.opened], from: .received, within: .workingDays(10, .englandAndWales)),
            ClockRule(.visit, in: [.booked], from: .state, within: .days(91)),
            ClockRule(.sign, in: [.noActionProposed], from: .waiting, within: .workingDays(2, .englandAndWales)),
        ]
}
