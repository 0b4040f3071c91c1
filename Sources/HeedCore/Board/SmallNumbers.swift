/// How a count of people or reports may be shown: few are only called few, and more are rounded.
/// Defaults are our own choice; a force may ask for coarser figures, not for finer ones.
package struct SmallNumbers: Sendable, Equatable {
    /// Counts under this are not told apart.
    package let least: Int
    /// Others are shown to the nearest multiple of this.
    package let step: Int

    package static let standard = SmallNumbers(least: 5, step: 5)!

    /// - Returns: nil for figures finer than `standard`, and where `least` is no multiple of `step`: a rounded count
    ///   could then be smaller than what is called few.
    package init?(least: Int, step: Int) {
        guard least >= 5, step >= 5, least.isMultiple(of: step) else { return nil }
        self.least = least
        self.step = step
    }

    /// A count that stands alone: no published figure is a sum of which it is a part.
    package func shown(_ count: Int) -> ShownFigure {
        count < least ? .few : .about((count + step / 2) / step * step)
    }

    /// A sum of counts that are shown beside it: rounded from the truth, so it may differ from the sum of what is
    /// shown.
    ///
    /// Not shown at all where a part is few. Two parts under 5 beside a total of about 10 would both be 4, and one
    /// under 5 beside 5 and a total of 5 would be 2 at most. Whether it is shown depends on what is shown of its
    /// parts, so that it being left out says nothing more.
    package func shown(sumOf parts: [Int]) -> ShownFigure {
        parts.allSatisfy { $0 >= least } ? shown(parts.reduce(0, +)) : .notShown
    }
}

/// A figure as anybody may see it.
package enum ShownFigure: Sendable, Hashable {
    /// Under the least count that is told apart, which may be none at all: "under 5".
    case few
    case about(Int)
    /// A sum of which a part is few.
    case notShown
}
