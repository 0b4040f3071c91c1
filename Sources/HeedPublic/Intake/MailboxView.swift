package import HeedCore

/// What the holder of a code may see: how far each thing sent has come, and officers' questions.
/// Never the words sent, a result, a name or an exact time.
package struct MailboxView: Sendable, Equatable {
    package let items: [Item]
    /// Questions of the latest round, in order.
    /// A thread that may not be asked anything looks like one without questions.
    package let questions: [String]
    /// An officer's own words in that round, in English; nil where only approved questions were asked.
    package let words: String?
    /// The language they were asked in.
    package let language: String?
    /// The number of that round; nil without one.
    package let round: Int?
    package let isAnswered: Bool

    /// One thing sent: 0 the report, then what was added.
    package struct Item: Sendable, Equatable {
        package let number: Int
        package let isConsidered: Bool
        /// The day by which the public record has its entry.
        package let due: CalendarDay?

        package init(number: Int, isConsidered: Bool, due: CalendarDay?) {
            self.number = number
            self.isConsidered = isConsidered
            self.due = due
        }
    }

    package init(
        items: [Item], questions: [String], words: String? = nil, language: String? = nil, round: Int?, isAnswered: Bool
    ) {
        self.items = items
        self.questions = questions
        self.words = words
        self.language = language
        self.round = round
        self.isAnswered = isAnswered
    }

    /// Whether officers asked anything.
    package var isAsked: Bool { !questions.isEmpty || words != nil }
}
