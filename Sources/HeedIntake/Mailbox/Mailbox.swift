/// What the holder of a code is shown: where each item stands, and what officers asked.
/// Never the original words, an outcome, a name, or a time finer than a cohort.
package struct Mailbox: Sendable, Equatable {
    /// The report, then follow-ups, by number.
    package let items: [Item]
    /// Rounds of questions, oldest first. One whose signature does not verify is not here.
    package let rounds: [Round]

    /// One acknowledged thing and how far its promises are kept in public.
    package struct Item: Sendable, Equatable {
        /// 0 the report, 1… follow-ups.
        package let number: Int
        /// A decision has been published.
        package let isConsidered: Bool
        /// The UTC day by which its entry is in the public record, `2026-11-28`.
        package let includeBy: String
    }

    /// Approved questions, by key, in the language of the report, and an officer's own words, in English.
    package struct Round: Sendable, Equatable {
        package let number: Int
        package let language: String
        package let questions: [String]
        package let words: String?
        package let isAnswered: Bool
    }

    /// The one status shown for the whole: a question comes before what has been considered.
    package var standing: Standing {
        if rounds.contains(where: { !$0.isAnswered }) { return .question }
        return items.allSatisfy(\.isConsidered) ? .considered : .received
    }

    package enum Standing: String, Sendable { case received, considered, question }
}
