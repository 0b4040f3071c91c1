/// What a board counts. Fixed when it is set up: a reader chooses no filter, because two filters can be subtracted
/// from each other.
///
/// Everything counted is in exactly one part, and every other figure is a sum of parts. So "open" that is published
/// beside "overdue" is not a part but the sum of "overdue" and "in time"; else the difference would be published
/// without having been counted.
package struct BoardLayout: Sendable, Equatable {
    package let parts: [String]
    package let sums: [Sum]

    package struct Sum: Sendable, Equatable {
        package let name: String
        package let parts: [String]

        package init(_ name: String, of parts: [String]) {
            self.name = name
            self.parts = parts
        }
    }

    /// The supervisors' board: received = open + decided.
    package static let reports = BoardLayout(
        parts: ["overdue", "in-time", "decided"],
        sums: [Sum("open", of: ["overdue", "in-time"]), Sum("received", of: ["overdue", "in-time", "decided"])])!

    /// - Returns: nil where a name stands twice or a sum has a part that is none, the same part twice, or fewer than
    ///   two.
    package init?(parts: [String], sums: [Sum]) {
        let names = parts + sums.map(\.name)
        guard Set(names).count == names.count,
            sums.allSatisfy({ sum in
                sum.parts.count >= 2 && Set(sum.parts).count == sum.parts.count && sum.parts.allSatisfy(parts.contains)
            })
        else { return nil }
        self.parts = parts
        self.sums = sums
    }
}
