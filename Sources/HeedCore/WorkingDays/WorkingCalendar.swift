/// Which days are working days by one law, and when so many of them have passed.
///
/// A period of days never counts the day it starts from, and ends with the last second of its last day in London:
/// "more than 2 working days after the day on which the notice was given" (Terrorism Act 2006, section 3(2)(b)) begins
/// at the midnight after.
package struct WorkingCalendar: Sendable {
    package let law: WorkingDayLaw
    package let holidays: BankHolidays

    package init(_ law: WorkingDayLaw, holidays: BankHolidays = .published) {
        self.law = law
        self.holidays = holidays
    }

    /// What a day is, and why.
    package enum Kind: Sendable, Equatable {
        case working
        case weekend
        case holiday([BankHoliday])
    }

    /// Beyond the list of holidays nothing is known, not even that a Sunday is a Sunday: who asks must hear that the
    /// list has ended.
    package func kind(of day: CalendarDay) throws(BeyondCalendar) -> Kind {
        let found = try holidays.on(day).filter { !$0.nations.isDisjoint(with: law.nations) }
        if day.weekday.isWeekend { return .weekend }
        return found.isEmpty ? .working : .holiday(found)
    }

    package func isWorking(_ day: CalendarDay) throws(BeyondCalendar) -> Bool { try kind(of: day) == .working }

    /// The `count`th working day after a day, which itself never counts. The day itself where `count` is 0.
    package func day(_ count: Int, after day: CalendarDay) throws(BeyondCalendar) -> CalendarDay {
        precondition(count >= 0, "periods run forward")
        var day = day
        var left = count
        while left > 0 {
            day = day.adding(1)
            if try isWorking(day) { left -= 1 }
        }
        return day
    }

    /// The first moment after a period of working days that starts on the day of `moment`, by London's clocks.
    package func end(of count: Int, after moment: Instant) throws(BeyondCalendar) -> Instant {
        LondonTime.end(of: try day(count, after: LondonTime.day(of: moment)))
    }

    /// Working days after one day, up to and with another; 0 where the other is not later.
    package func count(after first: CalendarDay, through last: CalendarDay) throws(BeyondCalendar) -> Int {
        var count = 0
        var day = first.adding(1)
        while day <= last {
            if try isWorking(day) { count += 1 }
            day = day.adding(1)
        }
        return count
    }
}
