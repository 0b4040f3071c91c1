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

    /// The latest weeks that are over, oldest first: at most `count`, none that ended before `first` began.
    package static func latest(_ count: Int, since first: CalendarDay, now: Instant) -> [ClosedWeek] {
        let today = LondonTime.day(of: now)
        return (1...count).reversed().compactMap { ago in
            ClosedWeek(of: today.adding(-7 * ago), now: now).flatMap { $0.monday.adding(6) < first ? nil : $0 }
        }
    }

    package var start: Instant { LondonTime.start(of: monday) }
    /// The first moment after it.
    package var end: Instant { LondonTime.start(of: monday.adding(7)) }

    package static func < (a: ClosedWeek, b: ClosedWeek) -> Bool { a.monday < b.monday }
}
