/// Where one report stood when its week ended. Every report is in exactly one of these; the raw values are the parts of
/// `BoardLayout.reports`.
package enum WeekPart: String, CaseIterable, Sendable {
    case overdue
    case inTime = "in-time"
    case decided

    /// - Parameter card: as it would have been at `end`.
    package init(of card: CardHead, at end: Instant) {
        self =
            if !card.state.isOpen { .decided } else if let clock = card.nearestClock, clock.due < end { .overdue } else
            {
                .inTime
            }
    }
}
