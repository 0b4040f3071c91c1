import HeedCore
import Testing

@Suite("Small numbers")
struct SmallNumbersTests {
    private let rule = SmallNumbers.standard

    @Test("0 to 4 are not told apart, and the rest is shown to the nearest 5")
    func bands() {
        for count in 0...4 { #expect(rule.shown(count) == .few) }
        for (shown, counts) in [(5, 5...7), (10, 8...12), (15, 13...17), (100, 98...102)] {
            for count in counts { #expect(rule.shown(count) == .about(shown), "\(count)") }
        }
    }

    @Test("a sum is rounded from the truth, not from what is shown of its parts, and left out where a part is few")
    func sums() {
        #expect(rule.shown(sumOf: [7, 7, 7]) == .about(20))
        #expect(rule.shown(sumOf: [8, 8]) == .about(15))
        #expect(rule.shown(sumOf: [4, 4]) == .notShown)
        #expect(rule.shown(sumOf: [1_000, 4]) == .notShown)
        #expect(rule.shown(sumOf: [1_000, 5]) == .about(1_005))
    }

    @Test("a force may ask for coarser figures, not for finer ones")
    func settings() throws {
        for (least, step) in [(4, 4), (5, 1), (0, 5), (7, 5), (5, 10), (-5, -5)] {
            #expect(SmallNumbers(least: least, step: step) == nil, "\(least), \(step)")
        }
        let coarse = try #require(SmallNumbers(least: 10, step: 5))
        #expect(coarse.shown(9) == .few && coarse.shown(10) == .about(10) && coarse.shown(13) == .about(15))
    }

    @Test("a week counts when it is over in London, not before")
    func closedWeek() throws {
        let sunday = try #require(CalendarDay(iso: "2026-10-25"))
        // Clocks go back on that Sunday; the week ends at midnight of winter time.
        let end = sunday.adding(1).start
        #expect(ClosedWeek(of: sunday, now: end + -1) == nil)
        let week = try #require(ClosedWeek(of: sunday, now: end))
        #expect(week.monday.iso == "2026-10-19")
        for day in 0..<7 { #expect(ClosedWeek(of: week.monday.adding(day), now: end) == week) }
        #expect(ClosedWeek(of: sunday.adding(1), now: end) == nil)
        let summer = try #require(CalendarDay(iso: "2026-06-07"))
        #expect(ClosedWeek(of: summer, now: summer.adding(1).start + -3_600) != nil)
    }

    @Test("a layout in which something would be counted twice or not at all is refused")
    func layouts() {
        #expect(BoardLayout(parts: ["a", "a"], sums: []) == nil)
        #expect(BoardLayout(parts: ["a", "b"], sums: [.init("a", of: ["a", "b"])]) == nil)
        #expect(BoardLayout(parts: ["a", "b"], sums: [.init("s", of: ["a"])]) == nil)
        #expect(BoardLayout(parts: ["a", "b"], sums: [.init("s", of: ["a", "a"])]) == nil)
        #expect(BoardLayout(parts: ["a", "b"], sums: [.init("s", of: ["a", "c"])]) == nil)
        #expect(BoardLayout.reports.sums.map(\.name) == ["open", "received"])
    }
}
