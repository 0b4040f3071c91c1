import HeedCore
import Testing

/// Somebody who keeps everything that was ever published and knows the rule. What they can still believe of a count is
/// every value it has in some truth that would have been published in the same words. The tests try all truths.
@Suite("Nothing published can be subtracted to tell a small number")
struct DifferencingTests {
    /// A truth, and all that is published of it.
    private typealias Publishing = ([Int]) -> [ShownFigure]

    /// Counts under 5, of a truth, which somebody can narrow to less than 0 to 4. `counts` are those that are to be
    /// protected.
    private func narrowed(
        cells: Int, most: Int, counts: ([Int]) -> [Int], publish: Publishing
    ) -> (told: Int, truths: Int) {
        var believed: [[ShownFigure]: [Set<Int>]] = [:]
        var truths: [[Int]] = [[]]
        for _ in 0..<cells { truths = truths.flatMap { truth in (0...most).map { truth + [$0] } } }
        for truth in truths {
            let protected = counts(truth)
            let key = publish(truth)
            var values = believed[key] ?? Array(repeating: [], count: protected.count)
            for (index, count) in protected.enumerated() { values[index].insert(min(count, 5)) }
            believed[key] = values
        }
        var told = 0
        for values in believed.values.joined() where values.contains(where: { $0 < 5 }) && !values.isSuperset(of: 0...4)
        {
            told += 1
        }
        return (told, truths.count)
    }

    private let weeks: [ClosedWeek] = (0..<4).map { week in
        ClosedWeek(of: CalendarDay(iso: "2026-08-03")!.adding(7 * week), now: CalendarDay(iso: "2026-11-28")!.start)!
    }

    private func figures(_ table: BoardTable) -> [ShownFigure] {
        (table.weeks + [table.total]).flatMap { $0.parts + $0.sums }
    }

    private func table(_ layout: BoardLayout, _ counts: [[Int]], from first: Int = 0) -> BoardTable {
        BoardTable(
            layout,
            weeks: counts.enumerated().map { index, row in
                BoardTable.Frozen(
                    weeks[first + index], counts: Dictionary(uniqueKeysWithValues: zip(layout.parts, row)))
            })
    }

    @Test("one week, three parts, two sums that share parts: parts and sums")
    func sums() {
        let layout = BoardLayout.reports
        let found = narrowed(
            cells: 3, most: 23, counts: { [$0[0], $0[1], $0[2], $0[0] + $0[1], $0[0] + $0[1] + $0[2]] },
            publish: { figures(table(layout, [$0])) })
        #expect(found.told == 0 && found.truths == 24 * 24 * 24)
    }

    @Test("two weeks by two parts: totals of rows, of columns, and of all")
    func rowsAndColumns() throws {
        let layout = try #require(BoardLayout(parts: ["a", "b"], sums: [.init("both", of: ["a", "b"])]))
        let found = narrowed(
            cells: 4, most: 10, counts: { $0 + [$0[0] + $0[1], $0[2] + $0[3], $0[0] + $0[2], $0[1] + $0[3]] },
            publish: { figures(table(layout, [[$0[0], $0[1]], [$0[2], $0[3]]])) })
        #expect(found.told == 0)
    }

    @Test("the same weeks published again in tables that overlap: one week later, and longer")
    func overlapping() throws {
        let layout = try #require(BoardLayout(parts: ["a", "b"], sums: []))
        let single = { (counts: ArraySlice<Int>, first: Int) in
            figures(table(layout, counts.map { [$0, 0] }, from: first))
        }
        let found = narrowed(
            cells: 4, most: 10, counts: { $0 + [$0[0] + $0[1], $0[1] + $0[2], $0[2] + $0[3]] },
            publish: { single($0[0..<2], 0) + single($0[0..<3], 0) + single($0[1..<3], 1) + single($0[0..<4], 0) })
        #expect(found.told == 0)
    }

    @Test("every board that can be published as weeks close: all spans of weeks, of every length, kept side by side")
    func everySequence() throws {
        let layout = try #require(BoardLayout(parts: ["a", "b"], sums: [.init("both", of: ["a", "b"])]))
        let spans = (0..<3).flatMap { first in (first..<3).map { first...$0 } }
        let found = narrowed(
            cells: 3, most: 13,
            counts: { truth in truth + spans.map { truth[$0].reduce(0, +) } },
            publish: { truth in
                spans.flatMap { span in
                    figures(table(layout, truth[span].map { [$0, 6] }, from: span.lowerBound))
                }
            })
        #expect(found.told == 0 && found.truths == 14 * 14 * 14)
    }

    @Test("two sums that overlap without one holding the other")
    func crossing() throws {
        let layout = try #require(
            BoardLayout(
                parts: ["a", "b", "c", "d"],
                sums: [
                    .init("ab", of: ["a", "b"]), .init("bc", of: ["b", "c"]), .init("all", of: ["a", "b", "c", "d"]),
                ]))
        let found = narrowed(
            cells: 4, most: 9, counts: { $0 + [$0[0] + $0[1], $0[1] + $0[2]] },
            publish: { figures(table(layout, [$0])) })
        #expect(found.told == 0)
    }

    @Test("the test can fail: sums that are rounded from the truth and always shown tell small numbers")
    func naive() {
        let rule = SmallNumbers.standard
        let found = narrowed(
            cells: 2, most: 23, counts: { $0 }, publish: { $0.map(rule.shown) + [rule.shown($0[0] + $0[1])] })
        #expect(found.told > 0)
        // Left out only where the sum itself would tell: then its absence tells.
        let careful = narrowed(
            cells: 2, most: 23, counts: { $0 },
            publish: {
                $0.map(rule.shown) + [
                    $0[0] + $0[1] >= 5 && $0.contains { $0 < 5 } ? .notShown : rule.shown($0[0] + $0[1])
                ]
            })
        #expect(careful.told > 0)
        // A part that is not counted for itself: open beside overdue, without what is in time.
        let hidden = narrowed(
            cells: 2, most: 23, counts: { $0 }, publish: { [rule.shown($0[0]), rule.shown($0[0] + $0[1])] })
        #expect(hidden.told > 0)
    }
}
