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

    /// Every week that is over, oldest first; none that ended before `first` began.
    package static func all(since first: CalendarDay, now: Instant) -> [ClosedWeek] {
        let today = LondonTime.day(of: now)
        guard first <= today else { return [] }
        return stride(from: first.number, through: today.number, by: 7).compactMap { number in
            ClosedWeek(of: CalendarDay(number: number), now: now)
        }
    }

    package var start: Instant { LondonTime.start(of: monday) }
    /// The first moment after it.
    package var end: Instant { LondonTime.start(of: monday.adding(7)) }

    package static func < (a: ClosedWeek, b: ClosedWeek) -> Bool { a.monday < b.monday }
}
