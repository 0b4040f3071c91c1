package import HeedCore

/// One page of the queue: what heads it, up to fifty rows, and exact counts over what the session may open.
package struct QueuePage: Sendable, Equatable {
    package static let size = 50

    /// Reports without a card, those that ring first. At most fifty, on the first page of an unfiltered list only.
    package let uncarded: [UncardedRow]
    /// How many reports have no card, listed here or not.
    package let unread: Int
    package let rows: [QueueRow]
    /// Position of the first row among all lines, from 1; 0 where there is none.
    package let first: Int
    /// How many lines show what matches: as many as match, less what stands behind another line in a flood.
    package let lines: Int
    /// How many match the filter.
    package let matching: Int
    /// How many reports are in each group, whatever the filter; those without a card too, so that all together are
    /// the list of all.
    package let groups: [QueueGroup: Int]
    /// How many are in each list, whatever the filter. Without a card a report is in the list of all alone.
    package let lists: [QueueFilter.List: Int]
    /// How many of what matches came, or got a follow-up, after the first page was read from which this one was reached.
    package let newer: Int
    /// Opaque place after the last row; nil on the last page.
    package let next: String?
    /// When the list was read.
    package let time: Instant
    /// The earliest moment at which any clock is due; nil where none runs.
    package let nextClock: Instant?
}
