/// The bank holidays that are known, and the days for which they are known at all.
/// A day outside `known` is never answered: a list that ends would else make every later holiday a working day.
package struct BankHolidays: Sendable {
    package let known: ClosedRange<CalendarDay>
    package let all: [BankHoliday]
    private let byDay: [CalendarDay: [BankHoliday]]

    package init(_ holidays: [BankHoliday], known: ClosedRange<CalendarDay>) {
        self.known = known
        all = holidays.sorted { $0.day < $1.day }
        byDay = Dictionary(grouping: all, by: \.day)
    }

    /// Holidays on a day, of any nation.
    package func on(_ day: CalendarDay) throws(BeyondCalendar) -> [BankHoliday] {
        guard known.contains(day) else { throw BeyondCalendar(asked: day, known: known) }
        return byDay[day] ?? []
    }

    /// With holidays that were proclaimed since the list was made, as that of 15 June 2026 in Scotland was, four
    /// months before.
    package func adding(_ more: [BankHoliday]) -> BankHolidays { BankHolidays(all + more, known: known) }

    /// Whether a longer list is due, while there is still time to get one.
    package func isRunningOut(on day: CalendarDay, notice: Int = Self.notice) -> Bool {
        day.adding(notice) > known.upperBound
    }

    /// Days before the end of the list at which it is asked to be renewed: a year, longer than any period of working
    /// days.
    package static let notice = 365
}

/// A day was asked for that the list of bank holidays does not reach. Whoever asked raises an alarm: no answer is
/// right.
package struct BeyondCalendar: Error, Sendable, Equatable {
    package let asked: CalendarDay
    package let known: ClosedRange<CalendarDay>

    package init(asked: CalendarDay, known: ClosedRange<CalendarDay>) {
        self.asked = asked
        self.known = known
    }
}
