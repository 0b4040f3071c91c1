extension ClockRule {
    /// First eyes on a report, and on what came later to it, also where it was finished: what came later waits like what
    /// came first. Urgent: an alarm after 5 minutes, over after 15, whatever the kind.
    static func eyes(within limit: TimeLimit) -> [ClockRule] {
        [
            ClockRule(
                .look, in: [.received], from: .received, within: limit, urgent: .minutes(15), urgentAlarmAfter: 300),
            ClockRule(
                .read, in: Set(CaseState.allCases).subtracting([.received]), from: .followUp, within: limit,
                urgent: .minutes(15), urgentAlarmAfter: 300),
        ]
    }
}

extension ClockRule {
    /// A lock on messages is looked at within one working day, whoever may want to write.
    static let review = ClockRule(.review, in: .open, from: .locked, within: .workingDays(1, .englandAndWales))
}

extension Set<CaseState> {
    /// Where a person still has something to do.
    package static var open: Set<CaseState> { Set(CaseState.allCases.filter(\.isOpen)) }
}
