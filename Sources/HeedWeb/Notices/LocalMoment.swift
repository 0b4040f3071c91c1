import Foundation
package import HeedCore

/// Moments as clocks on British walls show them.
package enum LocalMoment {
    private static let calendar: Calendar = {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = TimeZone(identifier: "Europe/London") ?? .gmt
        return calendar
    }()

    /// The day of the month, month and year, and the time of day, `14:05`.
    package static func parts(_ moment: Instant) -> (year: Int, month: Int, day: Int, clock: String) {
        let parts = components(moment)
        return (
            parts.year ?? 0, parts.month ?? 0, parts.day ?? 0, two(parts.hour ?? 0) + ":" + two(parts.minute ?? 0)
        )
    }

    /// The value of a field for date and time, `2026-11-28T14:05`.
    package static func field(_ moment: Instant) -> String {
        let (year, month, day, clock) = parts(moment)
        return "\(year)-\(two(month))-\(two(day))T\(clock)"
    }

    /// What was typed into such a field: date and time, with or without seconds, parted by `T` or a space.
    /// Nil for anything else, and for a day that the calendar has not.
    package static func moment(typed text: String) -> Instant? {
        let pieces = text.split(separator: /[T\s]+/)
        guard pieces.count == 2, let day = CalendarDay(iso: String(pieces[0])) else { return nil }
        let clock = pieces[1].split(separator: ":", omittingEmptySubsequences: false).map { Int($0) }
        guard (2...3).contains(clock.count), let hour = clock[0], let minute = clock[1], (0...23).contains(hour),
            (0...59).contains(minute), let second = clock.count == 3 ? clock[2] : 0, (0...59).contains(second)
        else { return nil }
        var parts = DateComponents()
        (parts.year, parts.month, parts.day) = (day.year, day.month, day.day)
        (parts.hour, parts.minute, parts.second) = (hour, minute, second)
        return calendar.date(from: parts).map { Instant(seconds: Int64($0.timeIntervalSince1970)) }
    }

    private static func components(_ moment: Instant) -> DateComponents {
        calendar.dateComponents(
            [.year, .month, .day, .hour, .minute], from: Date(timeIntervalSince1970: Double(moment.seconds)))
    }

    private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
