/// A week, Monday to Sunday by London's clocks, that is over. Statistics are of such weeks only: what still changes
/// can be subtracted from what it was.
package struct ClosedWeek: Sendable, Hashable, Comparable {
    package let monday: CalendarDay

    /// The week that holds a day.
    /// - Returns: nil while it is not over.
    package init?(of day: CalendarDay, now: Instant) {
        monday = day.adding(1 - day.weekday.rawValue)
        guard LondonTime.start(of: monday.adding(7)) <= now else { return nil }
    }

    package static func < (a: ClosedWeek, b: ClosedWeek) -> Bool { a.monday < b.monday }
}
