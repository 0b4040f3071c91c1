package import HeedCore

/// One page of what was done, newest first, as an auditor reads it: handles, never words.
package struct AuditPage: Sendable {
    package static let size = 50

    package let lines: [Line]
    /// Opaque place after the last line; nil where there is no more.
    package let next: String?
    /// The first row of the page that does not follow from the row before it; nil where all do. Looks no further than
    /// the page: walking whole chains takes as long as there are rows, and is what `heed verify audit` does.
    package let firstBad: String?

    package struct Line: Sendable, Equatable {
        package let time: Instant
        package let actor: String
        package let verb: String
        /// A report's handle, or the name of what was acted on.
        package let object: String
        package let reason: String
        package let writer: String
        package let number: Int
    }
}
