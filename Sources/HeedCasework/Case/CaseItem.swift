package import HeedCore

/// One acknowledged thing from the reporter, opened: the report or a follow-up.
package struct CaseItem: Sendable {
    package let number: Int
    package let meta: ReportMeta
    /// The reporter's words. Never printed.
    package let text: Redacted<String>
    package let sender: Sender
    /// The batch in which it was received.
    let batch: Int
    let envelopeDigest: [UInt8]

    /// Whether it came from whoever holds the code.
    package enum Sender: Sendable, Equatable {
        case report
        /// Signed with the key that only the code gives.
        case samePerson
        case unproven
    }
}

extension [CaseItem] {
    /// When the follow-up came that nobody has opened for longest; nil where all are opened.
    func firstUnopened(in facts: CaseFacts) -> Instant? {
        lazy.filter { $0.number > 0 && facts.unopened.contains($0.number) }.map(\.meta.time).min()
    }

    /// Since when messages have been locked without the source unit having looked; nil where there is nothing to look at.
    func lockedSince(in facts: CaseFacts) -> Instant? {
        guard facts.drift.needsReview else { return nil }
        return facts.drift.unreviewedSince ?? lazy.filter(\.meta.isMessagingLocked).map(\.meta.time).min()
    }
}
