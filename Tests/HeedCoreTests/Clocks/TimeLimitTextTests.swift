import Testing

@testable import HeedCore

@Suite("Lengths as a force writes them")
struct TimeLimitTextTests {
    @Test(
        "a length reads as it is written, and is written as it reads",
        arguments: [
            ("15m", .minutes(15), "15m"), ("4h", .hours(4), "4h"), ("14d", .days(14), "14d"),
            ("72h", .hours(72), "3d"), ("90m", .minutes(90), "90m"), ("366d", .days(366), "366d"),
            ("2wd", .workingDays(2, .scotland), "2wd"), ("200wd", .workingDays(200, .scotland), "200wd"),
            ("same-day", .workingDays(0, .scotland), "same-day"),
        ] as [(String, TimeLimit, String)])
    func reads(text: String, limit: TimeLimit, written: String) {
        #expect(TimeLimit(text, by: .scotland) == limit)
        #expect(limit.text == written)
        #expect(TimeLimit(written, by: .scotland) == limit)
    }

    @Test(
        "what is no length, none at all, or longer than a year is not taken",
        arguments: [
            "", "soon", "4", "h", "0m", "0wd", "00h", "-4h", "+4h", "4 h", " 4h", "4h ", "4H", "1.5h", "4h30m", "٤h",
            "4s",
            "367d", "201wd", "9999999m", "99999999999999999999h", "sameday", "Same-day", "4wd2",
        ])
    func refused(text: String) {
        #expect(TimeLimit(text, by: .englandAndWales) == nil)
    }

    @Test("of two lengths it is told which cannot be the longer, also where one is in working days")
    func longer() {
        let working = { (days: Int) in TimeLimit.workingDays(days, .englandAndWales) }
        let rows: [(TimeLimit, TimeLimit, Bool)] = [
            (.hours(1), .hours(1), true), (.minutes(61), .hours(1), false),
            (.hours(48), working(2), true), (.hours(49), working(2), false),
            (.hours(24), .sameDay, true), (.hours(25), .sameDay, false),
            (working(1), working(2), true), (working(2), working(1), false), (.sameDay, working(1), true),
            // Two working days may be five days: they are never the shorter by hours.
            (working(2), .days(5), false), (.sameDay, .hours(24), true), (.sameDay, .hours(23), false),
        ]
        for (first, second, isSo) in rows { #expect(first.isNoLonger(than: second) == isSo, "\(first) \(second)") }
    }
}
