/// The clocks of suspicious activity. Defaults: a force changes the numbers in its settings.
package enum ActivityClocks {
    package static let rules: [ClockRule] =
        ClockRule.eyes(within: .hours(1)) + [
            .review,
            ClockRule(.triage, in: [.opened], from: .opened, within: .hours(4), urgent: .hours(1)),
            ClockRule(.research, in: [.triaged], from: .opened, within: .hours(72), urgent: .hours(24)),
            ClockRule(
                .sign, in: [.proposed, .noActionProposed], from: .waiting, within: .hours(24), urgent: .hours(1)),
            ClockRule(.ratify, in: [.actedFirst], from: .waiting, within: .hours(24)),
            ClockRule(.decide, in: .open, from: .received, within: .days(14)),
        ]
}
