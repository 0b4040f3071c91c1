/// Where one report stood when its week ended. Every report is in exactly one of these; the raw values are the parts of
/// `BoardLayout.reports`.
package enum WeekPart: String, CaseIterable, Sendable {
    case overdue
    case inTime = "in-time"
    case decided

    /// - Parameter card: as it would have been at `end`.
    package init(of card: CardHead, by clocks: ForceClocks, at end: Instant) {
        guard card.state.isOpen else {
            self = .decided
            return
        }
        self = card.nearestClock(by: clocks).map { $0.due < end } ?? false ? .overdue : .inTime
    }
}
