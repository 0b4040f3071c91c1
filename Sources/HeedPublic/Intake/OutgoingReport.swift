package import HeedCore
package import HeedVault

/// A report as the pages hand it on. In memory only.
package struct OutgoingReport: Sendable {
    package let code: ReporterCode
    package let thread: RecordID
    package let answers: Answers
    package let inDanger: Bool
    package let language: String
    package let signals: [LaneSignal]
}

/// Words added to a report by whoever holds its code. In memory only.
package struct OutgoingMessage: Sendable {
    package let text: String
    /// The round of questions that the page showed, where it showed one.
    package let round: Int?
    package let language: String
    package let signals: [LaneSignal]
}
