import HeedCore

extension CaseFile {
    /// The card that this report would have had at a moment: its signed steps up to then, told again. Whoever asks, and
    /// whenever, gets the same.
    /// - Returns: nil for a report that came later.
    func standing(at moment: Instant) -> CardHead? {
        let items = items.filter { $0.meta.time < moment }
        guard items.first?.number == 0 else { return nil }
        let answers = answers.filter { $0.time < moment }
        var then = CaseFacts(
            kind: kind, items: items.map(\.number), answers: Set(answers.map(\.id)),
            isSetAside: items.allSatisfy { !$0.meta.signals.isEmpty },
            isMessagingLocked: items.contains(where: \.meta.isMessagingLocked), hasCode: facts.hasCode,
            options: facts.options, messages: facts.drift.rules, glassLasts: facts.glassLasts)
        let taken = steps.map(\.step).filter { $0.time < moment }
        for step in taken { then.apply(step) }
        let times = CaseTimes(items: items, answers: answers, steps: taken, facts: then)
        return CardHead(
            kind: kind, state: then.state, times: times,
            cues: items.reduce(into: []) { $0.formUnion(Cues(rawValue: $1.meta.cues)) }, isSetAside: then.isSetAside,
            unopenedItems: then.unopened.count { $0 > 0 }, holder: then.holder.map { PersonKey($0.person) },
            waiting: then.waiting.map { PersonKey($0.person) }, priority: nil, likeness: Likeness(parts: 0, exact: 0))
    }
}
