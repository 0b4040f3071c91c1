/// Something about a stored report that is not as it was acknowledged or signed. Shown to whoever opens it.
package enum CaseWarning: Sendable, Hashable {
    /// A sealed item is missing, does not open, or belongs elsewhere.
    case itemUnreadable(Int)
    /// The leaf that acknowledged the item neither waits nor matches: it was altered after it was acknowledged.
    case receivedLeafMissing(Int)
    /// The contact object is not the one that was sealed with the report.
    case contactReplaced
    /// The key for replies is not the reporter's: nothing is sealed to it.
    case replyKeyReplaced
    /// A partner's answer does not open, or belongs elsewhere: it is not shown and counts for nothing.
    case answerUnreadable
    /// A step does not verify: it is shown and counts for nothing.
    case stepUnproven(Int)
    /// Steps are missing or out of order.
    case stepsMissing
}
