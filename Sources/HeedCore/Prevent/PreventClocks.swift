/// The clocks of a concern about a person. Defaults: a force changes the numbers in its settings.
/// Screened on the day it came; weighed within five working days; with a panel within twenty; looked at again 6 and 12
/// months after support ended (Channel Duty Guidance, 2023), and each of these rings when it is due.
package enum PreventClocks {
    package static let rules: [ClockRule] =
        ClockRule.eyes(within: .hours(4)) + [
            .review,
            ClockRule(.screen, in: [.opened], from: .received, within: .sameDay, urgent: .hours(1)),
            ClockRule(
                .gateway, in: [.screened], from: .received, within: .workingDays(5, .englandAndWales),
                urgent: .hours(24)),
            ClockRule(
                .decide, in: [.opened, .screened, .weighed, .noActionProposed], from: .received, within: .days(14)),
            ClockRule(.sign, in: [.noActionProposed], from: .waiting, within: .hours(24)),
            // Three of the gateway's five working days, so that two are left to weigh what partners know.
            ClockRule(
                .partner, in: .open, from: .asked, within: .workingDays(3, .englandAndWales), urgent: .hours(24)),
            // Their answer waits like anything else that came in, also where the report was finished.
            ClockRule(
                .partnerAnswer, in: Set(CaseState.allCases), from: .answer, within: .hours(4), urgent: .hours(1)),
            ClockRule(.panel, in: [.handedOff], from: .state, within: .workingDays(20, .englandAndWales)),
            // A panel looks at every case at least each quarter.
            ClockRule(.support, in: [.supported, .policeLed], from: .state, within: .days(91)),
            ClockRule(.firstReview, in: [.exited], from: .state, within: .days(182)),
            ClockRule(.secondReview, in: [.reviewed], from: .state, within: .days(183)),
        ]
}
