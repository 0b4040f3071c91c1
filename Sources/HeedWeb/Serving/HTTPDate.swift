import Foundation
import HeedCore
import Synchronization

/// The `Date` of an answer (RFC 9110 5.6.7), written once for each second.
final class HTTPDate: Sendable {
    private let written = Mutex<(second: Int, text: String)>((.min, ""))

    var now: String {
        let second = time(nil)
        return written.withLock { written in
            if written.second != second { written = (second, Self.text(second)) }
            return written.text
        }
    }

    static func text(_ second: Int) -> String {
        let day = CalendarDay(Instant(seconds: Int64(second)))
        let clock = [second % 86_400 / 3_600, second % 3_600 / 60, second % 60].map(twoDigits).joined(separator: ":")
        return
            "\(days[day.weekday.rawValue - 1]), \(twoDigits(day.day)) \(months[day.month - 1]) \(day.year) \(clock) GMT"
    }

    private static let days = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
    private static let months = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]
    private static func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
