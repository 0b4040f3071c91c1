package import HeedCore

/// The supervisors' board as one officer may see it: only kinds of report whose compartment they hold.
package struct BoardSheet: Sendable {
    package let now: Instant
    package let work: BoardWork
    package let balance: Balance
    /// In the order in which kinds are declared.
    package let kinds: [Kind]

    /// Whether every report is accounted for.
    package struct Balance: Sendable, Equatable {
        package let received: Int
        /// As the queue shows them.
        package let open: Int
        /// Out of the queue, with a named person's decision on each item.
        package let decided: Int
        /// Some of those that are neither.
        package let missing: [RecordID]

        package var holds: Bool { received == open + decided }
    }

    /// The statistics of one kind.
    package struct Kind: Sendable {
        package let kind: ReportKind
        package let table: BoardTable
        /// The day on which each week was counted.
        package let counted: [ClosedWeek: CalendarDay]
        /// Closed weeks whose counts are not kept yet.
        package let waiting: [ClosedWeek]
        /// Closed weeks whose counts are there and do not open.
        package let unreadable: [ClosedWeek]
    }
}
