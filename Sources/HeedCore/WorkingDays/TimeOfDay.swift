/// What a clock on a wall shows, to the minute: `06:30`.
package struct TimeOfDay: Sendable, Hashable, Comparable {
    /// Since midnight by that clock: 0…1439.
    package let minutes: Int

    /// - Returns: nil unless a day has such a time.
    package init?(hour: Int, minute: Int = 0) {
        guard (0...23).contains(hour), (0...59).contains(minute) else { return nil }
        minutes = hour * 60 + minute
    }

    /// - Returns: nil unless `text` is two digits, a colon and two digits.
    package init?(_ text: String) {
        let digits = Array(text.utf8)
        guard digits.count == 5, digits[2] == UInt8(ascii: ":"),
            [0, 1, 3, 4].allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(digits[$0]) }),
            let hour = Int(text.prefix(2)), let minute = Int(text.suffix(2))
        else { return nil }
        self.init(hour: hour, minute: minute)
    }

    package var text: String { Self.two(minutes / 60) + ":" + Self.two(minutes % 60) }

    package static func < (a: TimeOfDay, b: TimeOfDay) -> Bool { a.minutes < b.minutes }

    private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
