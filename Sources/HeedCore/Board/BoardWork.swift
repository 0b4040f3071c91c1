/// What waits for somebody now, over exactly the reports that an officer may open. Exact: whoever may open a report may
/// count it. Not a statistic, and kept nowhere.
package struct BoardWork: Sendable, Equatable {
    /// Waits for this officer as the second person.
    package private(set) var toSign = 0
    /// Since when the longest of these has waited.
    package private(set) var oldest: Instant?
    package private(set) var open = 0
    package private(set) var unopened = 0
    package private(set) var overdue = 0
    /// Opened, and held by nobody.
    package private(set) var unheld = 0
    /// Acted on first, with nobody's second signature yet.
    package private(set) var toRatify = 0
    /// When the first of these is due.
    package private(set) var ratifyBy: Instant?

    /// - Parameter unread: reports that have no card yet: open, and opened by nobody as far as is known.
    package init(
        of cards: some Sequence<CardHead>, unread: Int, for officer: Officer, by clocks: ForceClocks, at now: Instant
    ) {
        open = unread
        unopened = unread
        let me = PersonKey(officer.person)
        for card in cards where card.isOpen {
            open += 1
            if card.state == .received { unopened += 1 } else if card.holder == nil { unheld += 1 }
            let clock = card.nearestClock(by: clocks)
            if let clock, clock.due < now { overdue += 1 }
            if card.waitsForSecond(officer.role), card.waiting != me {
                toSign += 1
                oldest = [oldest, card.times.waiting].compactMap(\.self).min()
            }
            if card.state == .actedFirst {
                toRatify += 1
                ratifyBy = [ratifyBy, clock?.due].compactMap(\.self).min()
            }
        }
    }
}

extension CardHead {
    /// Whether something waits for a second person, and people of this role may be the one.
    package func waitsForSecond(_ role: Role) -> Bool {
        let answer: Verb
        switch state {
        case .proposed: answer = .authorised
        case .actedFirst: answer = .ratified
        case .noActionProposed: answer = .confirmed
        // A message, or the source unit's view, may wait in any state.
        default: answer = .messageSigned
        }
        return waiting != nil && kind.workflow.roles(for: answer).contains(role)
    }
}
