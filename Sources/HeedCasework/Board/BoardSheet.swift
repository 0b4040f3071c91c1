package import HeedCore

/// The supervisors' board as one officer may see it: only kinds of report whose compartment they hold.
package struct BoardSheet: Sendable {
    package let now: Instant
    package let work: BoardWork
    package let balance: Balance
    /// In the order in which kinds are declared.
    package let kinds: [Kind]
    /// Statistics of years that are over, by topic.
    package let years: [Year]
    /// What the week's review still has to open.
    package let reviews: [Review]
    /// Closed concerns about a person whose retention has to be decided on.
    package let retention: [Retention]
    /// Reports in the lane that people review.
    package let setAside: Int

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

    /// One thing for the week's review.
    package struct Review: Sendable, Equatable {
        package let thread: RecordID
        package let kind: ReportKind
        package let verb: Verb
        package let gist: String
        package let day: CalendarDay
        /// Whether the officer had a part in it: another must look.
        package let isOwn: Bool
    }

    /// One record that is kept no longer without a decision.
    package struct Retention: Sendable, Equatable {
        package let thread: RecordID
        package let gist: String
        package let due: Instant
        /// Whether somebody proposed that it is erased: a second person answers.
        package let isProposed: Bool
    }

    /// One statistic of years that are over.
    package struct Year: Sendable {
        package let topic: BoardTopic
        /// By year, oldest first, in the order of the topic's parts.
        package let years: [(year: ClosedYear, figures: [ShownFigure])]
        package let unreadable: [ClosedYear]
        /// Years whose counts are not kept yet: not every report opened for whoever looked.
        package let waiting: [ClosedYear]
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
