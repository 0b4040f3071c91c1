import HeedCore

extension CaseTimes {
    /// What the clocks of a report count from, as its items, partners' answers and signed steps say: the one place that
    /// tells, whether for a page, for the card that a step leaves, or for how it stood at the end of a week.
    ///
    /// - Parameters:
    ///   - items: the report first.
    ///   - facts: what the steps come to.
    init(items: [CaseItem], answers: [PartnerReply], steps: [CaseStep], facts: CaseFacts) {
        self.init(
            received: items[0].meta.time, followUp: items.firstUnopened(in: facts),
            opened: steps.first { $0.verb == .opened }?.time,
            waiting: facts.waiting.flatMap { waiting in steps.first { $0.number == waiting.number }?.time },
            since: facts.since, locked: items.lockedSince(in: facts), notice: facts.noticeStart,
            asked: facts.oldestAsk(without: answers.requests), answer: answers.firstUnread(in: facts))
    }
}
