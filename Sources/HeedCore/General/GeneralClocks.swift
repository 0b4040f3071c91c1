/// The clocks of a general question. Defaults: a force changes the numbers in its settings.
package enum GeneralClocks {
    package static let rules: [ClockRule] =
        ClockRule.eyes(within: .hours(4)) + [
            .review,
            ClockRule(.reply, in: [.opened], from: .received, within: .workingDays(5, .englandAndWales)),
            ClockRule(.sign, in: [.noActionProposed], from: .waiting, within: .hours(24)),
        ]
}
