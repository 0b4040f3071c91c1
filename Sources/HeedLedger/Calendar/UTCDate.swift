/// A calendar day in UTC, proleptic Gregorian.
/// Prints as `2026-11-28`; compares in time order.
package struct UTCDate: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// Days since 1970-01-01.
    package let daysSinceEpoch: Int

    package init(daysSinceEpoch: Int) {
        self.daysSinceEpoch = daysSinceEpoch
    }

    /// The day that holds the given second.
    package init(unixSeconds: Int) {
        daysSinceEpoch = unixSeconds.flooredQuotient(by: 86_400)
    }

    /// Nil unless `text` is a real day written `YYYY-MM-DD`.
    package init?(_ text: String) {
        let parts = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
            .map { String(decoding: $0, as: UTF8.self) }
        guard parts.count == 3, parts[0].utf8.count == 4, parts[1].utf8.count == 2, parts[2].utf8.count == 2,
            parts.allSatisfy({ part in part.utf8.allSatisfy { (0x30...0x39).contains($0) } }),
            let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2])
        else { return nil }
        let shifted = month <= 2 ? year - 1 : year
        let dayOfYear = (153 * ((month + 9) % 12) + 2) / 5 + day - 1
        self.init(
            daysSinceEpoch: shifted * 365 + shifted.flooredQuotient(by: 4) - shifted.flooredQuotient(by: 100)
                + shifted.flooredQuotient(by: 400) + dayOfYear - 719_468)
        // Refuses 2026-02-30 and month 13, which the arithmetic would carry over.
        guard description == text else { return nil }
    }

    /// The first second of the day.
    package var unixSeconds: Int { daysSinceEpoch * 86_400 }

    // Years are counted from 1 March, so that a leap day comes last.
    package var description: String {
        let shifted = daysSinceEpoch + 719_468
        let era = shifted.flooredQuotient(by: 146_097)
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let marchMonth = (5 * dayOfYear + 2) / 153
        let day = dayOfYear - (153 * marchMonth + 2) / 5 + 1
        let month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
    }

    package static func < (a: UTCDate, b: UTCDate) -> Bool { a.daysSinceEpoch < b.daysSinceEpoch }

    private func padded(_ number: Int, _ width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
    }
}

extension Int {
    /// Division that rounds towards minus infinity, as clocks before an epoch need.
    func flooredQuotient(by divisor: Int) -> Int {
        let quotient = self / divisor
        return self % divisor < 0 ? quotient - 1 : quotient
    }
}
