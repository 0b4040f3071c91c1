import HeedCore

/// A day of the calendar in a form field, `2026-11-24`, UTC.
struct CalendarDate: Sendable {
    let text: String
    /// Its first moment.
    let start: Instant

    init?(_ text: String) {
        let parts = text.split(separator: "-").compactMap { Int64($0) }
        guard text.utf8.count == 10, parts.count == 3, (1970...9999).contains(parts[0]), (1...12).contains(parts[1]),
            (1...31).contains(parts[2])
        else { return nil }
        self.text = text
        start = Instant(seconds: Self.days(parts[0], parts[1], parts[2]) * 86_400)
    }

    /// Days since 1970-01-01 of a date of the Gregorian calendar, by counting years from March.
    private static func days(_ year: Int64, _ month: Int64, _ day: Int64) -> Int64 {
        let shifted = month <= 2 ? year - 1 : year
        let monthFromMarch = (month + 9) % 12
        let era = shifted / 400
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * monthFromMarch + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }
}
