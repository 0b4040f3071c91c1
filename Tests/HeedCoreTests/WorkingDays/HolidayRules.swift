import HeedCore

/// Bank holidays worked out from the rules, to compare the list with. The program itself never guesses a year it has
/// no list for: what is proclaimed once, or moved, follows from no rule.
enum HolidayRules {
    /// All holidays of a nation in a year, by day, with whether each stands for another day.
    static func holidays(of nation: Nation, in year: Int) -> [CalendarDay: Bool] {
        let easter = easterSunday(year)
        // Days of the week are where they are; they need no substitute.
        var found: [CalendarDay: Bool] = [:]
        found[easter.adding(-2)] = false
        found[first(.monday, of: 5, year)] = false
        found[CalendarDay.last(.monday, of: 5, in: year)] = false
        if nation == .scotland {
            found[first(.monday, of: 8, year)] = false
        } else {
            found[easter.adding(1)] = false
            found[CalendarDay.last(.monday, of: 8, in: year)] = false
        }
        var fixed = [(1, 1), (12, 25), (12, 26)]
        if nation == .scotland { fixed += [(1, 2), (11, 30)] }
        if nation == .northernIreland { fixed += [(3, 17), (7, 12)] }
        let days = fixed.map { CalendarDay(year: year, month: $0.0, day: $0.1)! }.sorted()
        for day in days where !day.weekday.isWeekend { found[day] = false }
        // A day on a weekend gives way to the next weekday that is not a holiday itself.
        for day in days where day.weekday.isWeekend {
            var instead = day.adding(1)
            while instead.weekday.isWeekend || found[instead] != nil { instead = instead.adding(1) }
            found[instead] = true
        }
        return found
    }

    /// Easter by the Gregorian reckoning: Sunday after the full moon of the church's tables on or after 21 March
    /// (Calendar (New Style) Act 1750, schedule). Golden number and epact as in the tables.
    static func easterSunday(_ year: Int) -> CalendarDay {
        let golden = year % 19 + 1
        let century = year / 100 + 1
        let solar = 3 * century / 4 - 12
        let lunar = (8 * century + 5) / 25 - 5
        var epact = (11 * golden + 20 + lunar - solar) % 30
        if epact < 0 { epact += 30 }
        if (epact == 25 && golden > 11) || epact == 24 { epact += 1 }
        // Days of March.
        var moon = 44 - epact
        if moon < 21 { moon += 30 }
        let full = CalendarDay(year: year, month: 3, day: 1)!.adding(moon - 1)
        return full.adding(7 - full.weekday.rawValue % 7)
    }

    private static func first(_ weekday: Weekday, of month: Int, _ year: Int) -> CalendarDay {
        let first = CalendarDay(year: year, month: month, day: 1)!
        return first.adding((weekday.rawValue - first.weekday.rawValue + 7) % 7)
    }
}
