/// A year, 1 April to 31 March by London's clocks, that is over: the year by which the police report.
package struct ClosedYear: Sendable, Hashable, Comparable {
    /// Its 1 April.
    package let first: CalendarDay

    /// The year that holds a day.
    /// - Returns: nil while it is not over.
    package init?(of day: CalendarDay, now: Instant) {
        let year = day.month < 4 ? day.year - 1 : day.year
        guard let first = CalendarDay(year: year, month: 4, day: 1),
            let next = CalendarDay(year: year + 1, month: 4, day: 1), LondonTime.start(of: next) <= now
        else { return nil }
        self.first = first
    }

    /// The latest years that are over, oldest first: at most `count`, none that ended before `day`.
    package static func latest(_ count: Int, since day: CalendarDay, now: Instant) -> [ClosedYear] {
        let today = LondonTime.day(of: now)
        return (1...count).reversed().compactMap { ago in
            CalendarDay(year: today.year - ago + (today.month < 4 ? 0 : 1), month: 3, day: 31)
                .flatMap { $0 < day ? nil : ClosedYear(of: $0, now: now) }
        }
    }

    package var start: Instant { LondonTime.start(of: first) }
    /// The first moment after it.
    package var end: Instant { LondonTime.start(of: CalendarDay(year: first.year + 1, month: 4, day: 1)!) }

    package static func < (a: ClosedYear, b: ClosedYear) -> Bool { a.first < b.first }
}
