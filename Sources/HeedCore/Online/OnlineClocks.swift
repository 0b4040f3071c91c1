/// The clocks of something online. Defaults: a force changes the numbers in its settings.
/// First eyes within 4 hours; forwarded within two working days, which a weekend makes four.
package enum OnlineClocks {
    package static let rules: [ClockRule] =
        ClockRule.eyes(within: .hours(4)) + [
            .review,
            ClockRule(
                .notice, in: .open, from: .notice, within: noticeToPublisher,
                setBy: "Terrorism Act 2006, section 3(2)(b) and (9)"),
            ClockRule(.assess, in: [.opened], from: .opened, within: .hours(8), urgent: .hours(1)),
            ClockRule(
                .forward, in: [.assessed], from: .received, within: .workingDays(2, .englandAndWales),
                urgent: .hours(24)),
            ClockRule(.sign, in: [.noActionProposed], from: .waiting, within: .hours(24), urgent: .hours(1)),
            ClockRule(.decide, in: .open, from: .received, within: .days(14)),
        ]

    /// The notice that a constable may give to a publisher, where a force gives any: Terrorism Act 2006, section 3(2)(b)
    /// and (9). The one limit that a force may not change.
    package static let noticeToPublisher = TimeLimit.workingDays(2, .anyNation)
}
