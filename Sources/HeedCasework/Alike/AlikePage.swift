package import HeedCore

/// A flood as one page: how many wait, what was said in those that somebody opened, and what must not be overlooked.
package struct AlikePage: Sendable {
    /// The most that are opened by one press, and the most whose words one page shows.
    package static let most = 25

    /// How many nobody opened.
    package let waiting: Int
    /// How many of them say something else than the report that the page is about.
    package let differing: Int
    /// Those of them that are due first: what one press opens.
    package let next: [QueueRow]
    /// Alike, unopened, and with a cue or a follow-up.
    package let lifted: [QueueRow]
    /// How many somebody opened.
    package let opened: Int
    /// The last opened of them, the first to come in first. Words of opened reports only.
    package let shown: [CaseView]
    package let time: Instant
}
