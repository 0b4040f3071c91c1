/// A day of the calendar, as in a receipt: `2026-11-28`, UTC.
package struct CalendarDay: Sendable, Equatable {
    package let year: Int
    /// 1…12.
    package let month: Int
    package let day: Int

    /// - Returns: nil unless `text` is year, month and day with hyphens.
    package init?(iso text: String) {
        let parts = text.split(separator: "-").map { Int($0) }
        guard parts.count == 3, let year = parts[0], let month = parts[1], let day = parts[2],
            (1...12).contains(month), (1...31).contains(day)
        else { return nil }
        self.year = year
        self.month = month
        self.day = day
    }

    package var iso: String { "\(year)-\(Self.two(month))-\(Self.two(day))" }

    private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
