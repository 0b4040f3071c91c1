package import HeedCore

/// How a reporter can be reached, on a page of its own that is not printed and not kept.
package struct ContactView: Sendable {
    /// How long the page may be shown.
    package static let shownFor: Seconds = 15 * 60

    package let thread: RecordID
    package let kind: ReportKind
    /// What was left with each opened item, in their order. What came later does not take the place of what came first.
    package let left: [Left]
    package let until: Instant

    package struct Left: Sendable {
        /// 0 the report, 1… follow-ups.
        package let item: Int
        /// Answers by question. Never printed.
        package let fields: Redacted<[String: [String]]>
    }
}
