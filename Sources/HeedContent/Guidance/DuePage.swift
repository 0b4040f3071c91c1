package import HeedCore

/// A page that its owner has to look at.
package struct DuePage: Equatable, Sendable, CustomStringConvertible {
    package let file: String
    package let owner: String
    /// The day by which it was to be reviewed, where that is over.
    package let reviewBy: CalendarDay?
    /// Facts whose day is over: no longer shown.
    package let endedFacts: [String]

    package var description: String {
        let parts =
            [reviewBy.map { "review was due by \($0.iso)" }].compactMap { $0 }
            + endedFacts.map { "no longer shows '\($0)', whose day is over" }
        return "\(file) (\(owner)): \(parts.joined(separator: "; "))"
    }
}
