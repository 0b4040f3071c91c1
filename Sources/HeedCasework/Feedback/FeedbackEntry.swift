package import HeedCore
import HeedVault

/// One entry of the feedback box, opened for somebody who holds its key.
package struct FeedbackEntry: Sendable, Unprintable {
    package let id: RecordID
    /// The day of its batch: nothing finer is kept.
    package let day: CalendarDay
    /// Nil for one that does not open, or was sealed for another row.
    package let feedback: Feedback?
}

/// What is in the feedback box for one page, the oldest batches first.
package struct FeedbackBox: Sendable {
    package let entries: [FeedbackEntry]
    /// Of all that is unread.
    package let unread: Int

    /// Entries on one page.
    package static let page = 20
}
