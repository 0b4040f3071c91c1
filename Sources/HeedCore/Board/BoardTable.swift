/// A board as it may be published: closed weeks, small counts not told apart, totals only where all that is in them is
/// shown. No set of such tables narrows a count that is shown as few: it may have been anything under the least.
package struct BoardTable: Sendable, Equatable {
    package let weeks: [Row]
    /// Of all weeks together, by the same rule.
    package let total: Row

    package struct Row: Sendable, Equatable {
        /// nil for the total.
        package let week: ClosedWeek?
        /// In the order of the layout.
        package let parts: [ShownFigure]
        package let sums: [ShownFigure]
    }

    /// The true counts of one week by part, as they were when it closed: taken once, kept, and never counted again.
    package struct Frozen: Sendable, Equatable {
        package let week: ClosedWeek
        package let counts: [String: Int]

        package init(_ week: ClosedWeek, counts: [String: Int]) {
            self.week = week
            self.counts = counts
        }
    }

    /// - Parameter weeks: parts that are missing count as 0.
    package init(_ layout: BoardLayout, weeks frozen: [Frozen], rule: SmallNumbers = .standard) {
        let frozen = frozen.sorted { $0.week < $1.week }
        weeks = frozen.map { frozen in
            Row(
                week: frozen.week, parts: layout.parts.map { rule.shown(frozen.counts[$0] ?? 0) },
                sums: layout.sums.map { sum in rule.shown(sumOf: sum.parts.map { frozen.counts[$0] ?? 0 }) })
        }
        // Over one week alone a total would be the week again; over more, every single count is a part of it.
        let down = { (parts: [String]) in
            rule.shown(sumOf: frozen.flatMap { week in parts.map { week.counts[$0] ?? 0 } })
        }
        total = Row(week: nil, parts: layout.parts.map { down([$0]) }, sums: layout.sums.map { down($0.parts) })
    }
}
