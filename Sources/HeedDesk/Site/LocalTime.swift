import Foundation
import HeedCore

/// Moments as people at the desk read them: "Tue 24 Nov 2026, 05:20 GMT".
enum LocalTime {
    private static let zone = TimeZone(identifier: "Europe/London") ?? .gmt
    private static let calendar: Calendar = {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = zone
        return calendar
    }()

    private static let days = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
    private static let months = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]

    static func full(_ time: Instant) -> String {
        let date = Date(timeIntervalSince1970: Double(time.seconds))
        let parts = calendar.dateComponents([.weekday, .day, .month, .year], from: date)
        let summer = zone.isDaylightSavingTime(for: date) ? "BST" : "GMT"
        return
            "\(days[(parts.weekday ?? 1) - 1]) \(parts.day ?? 0) \(months[(parts.month ?? 1) - 1]) \(parts.year ?? 0), "
            + "\(clock(time)) \(summer)"
    }

    /// The day alone: "22 Dec 2026".
    static func day(_ time: Instant) -> String {
        let parts = calendar.dateComponents(
            [.day, .month, .year], from: Date(timeIntervalSince1970: Double(time.seconds)))
        return "\(parts.day ?? 0) \(months[(parts.month ?? 1) - 1]) \(parts.year ?? 0)"
    }

    static func clock(_ time: Instant) -> String {
        let parts = calendar.dateComponents(
            [.hour, .minute], from: Date(timeIntervalSince1970: Double(time.seconds)))
        return two(parts.hour ?? 0) + ":" + two(parts.minute ?? 0)
    }

    /// For the `datetime` of a `time` element, UTC.
    static func machine(_ time: Instant) -> String {
        var utc = Calendar(identifier: .gregorian)
        utc.timeZone = .gmt
        let parts = utc.dateComponents(
            [.year, .month, .day, .hour, .minute], from: Date(timeIntervalSince1970: Double(time.seconds)))
        return "\(parts.year ?? 0)-\(two(parts.month ?? 0))-\(two(parts.day ?? 0))T\(two(parts.hour ?? 0)):"
            + "\(two(parts.minute ?? 0))Z"
    }

    private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
