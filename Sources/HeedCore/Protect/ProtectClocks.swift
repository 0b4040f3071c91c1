/// The clocks of an enquiry about protective security. Defaults: a force changes the numbers in its settings.
/// Looked at within two working days and answered within ten; what was recommended is looked at again after three months.
package enum ProtectClocks {
    package static let rules: [ClockRule] =
        ClockRule.eyes(within: .workingDays(2, .englandAndWales)) + [
            .review,
            ClockRule(
                .reply, in: [.opened, .weighed], from: .received, within: .workingDays(10, .englandAndWales)),
            ClockRule(.visit, in: [.booked], from: .state, within: .days(91)),
            ClockRule(.followUp, in: [.held], from: .state, within: .days(91)),
            ClockRule(.sign, in: [.noActionProposed], from: .waiting, within: .workingDays(2, .englandAndWales)),
        ]
}
