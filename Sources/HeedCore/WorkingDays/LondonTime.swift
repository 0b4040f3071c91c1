/// Civil time in the United Kingdom: Greenwich Mean Time, and one hour ahead of it in summer.
///
/// Summer time begins and ends at 01:00 GMT, on the last Sundays of March and of October (Summer Time Act 1972,
/// section 1, as amended by S.I. 2002/262). Right from 2002 on; there is no table that could run out, but a change of
/// that law needs a change here.
package enum LondonTime {
    private static let hour: Seconds = 3_600

    /// Whether clocks show British Summer Time.
    package static func isSummer(at moment: Instant) -> Bool {
        let year = CalendarDay(moment).year
        let begins = CalendarDay.last(.sunday, of: 3, in: year).start + hour
        let ends = CalendarDay.last(.sunday, of: 10, in: year).start + hour
        return begins <= moment && moment < ends
    }

    /// The day that a calendar on a wall shows.
    package static func day(of moment: Instant) -> CalendarDay {
        CalendarDay(isSummer(at: moment) ? moment + hour : moment)
    }

    package static func time(of moment: Instant) -> TimeOfDay {
        let shown = isSummer(at: moment) ? moment + hour : moment
        let minutes = Int((shown - CalendarDay(shown).start) / 60)
        return TimeOfDay(hour: minutes / 60, minute: minutes % 60)!
    }

    /// Midnight at which a day begins. Clocks change at one in the morning, so every day has one midnight.
    package static func start(of day: CalendarDay) -> Instant { first(day, .init(hour: 0)!) }

    /// Midnight at which a day ends: the first moment that is no longer in it.
    package static func end(of day: CalendarDay) -> Instant { start(of: day.adding(1)) }

    /// When clocks show this time for the first time on a day. In the hour that is left out in March: when they would
    /// have shown it, had nobody put them forward.
    package static func first(_ day: CalendarDay, _ time: TimeOfDay) -> Instant {
        let inWinter = day.start + Seconds(time.minutes) * 60
        let inSummer = inWinter + -hour
        return isSummer(at: inSummer) ? inSummer : inWinter
    }

    /// When clocks show this time for the last time on a day; the same as `first` but in the hour that comes twice in
    /// October.
    package static func last(_ day: CalendarDay, _ time: TimeOfDay) -> Instant {
        let inWinter = day.start + Seconds(time.minutes) * 60
        return isSummer(at: inWinter) ? first(day, time) : inWinter
    }
}
