/// Days as numbers: for counting from one to another, and for the day of the week.
extension CalendarDay {
    /// Days since 1970-01-01, which is 0; negative before.
    package var number: Int { Int(start.seconds / 86_400) }

    package init(number: Int) { self.init(Instant(seconds: Int64(number) * 86_400)) }

    /// - Returns: nil unless the Gregorian calendar has such a day.
    package init?(year: Int, month: Int, day: Int) { self.init(iso: "\(year)-\(month)-\(day)") }

    package func adding(_ days: Int) -> CalendarDay { CalendarDay(number: number + days) }

    package var weekday: Weekday {
        // 1970-01-01 was a Thursday.
        let fromMonday = (number + 3) % 7
        return Weekday(rawValue: (fromMonday + 7) % 7 + 1)!
    }

    /// The last day of this weekday in a month.
    package static func last(_ weekday: Weekday, of month: Int, in year: Int) -> CalendarDay {
        let following = CalendarDay(year: month == 12 ? year + 1 : year, month: month == 12 ? 1 : month + 1, day: 1)!
        let end = following.adding(-1)
        return end.adding(-((end.weekday.rawValue - weekday.rawValue + 7) % 7))
    }
}
