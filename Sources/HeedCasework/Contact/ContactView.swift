package import HeedCore

/// How a reporter can be reached, on a page of its own that is not printed and not kept.
package struct ContactView: Sendable {
    /// How long the page may be shown.
    package static let shownFor: Seconds = 15 * 60

    package let thread: RecordID
    /// Answers by question. Never printed.
    package let fields: Redacted<[String: [String]]>
    package let until: Instant
}
