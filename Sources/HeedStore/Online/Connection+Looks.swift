package import HeedSQL

/// Looks at online material, as far as rows in clear tell: how often a person decided to look, and in which batches. At what and
/// why is sealed.
extension Connection {
    /// Answered from one small index (`event_look`), whose condition the statement repeats word for word.
    /// - Returns: looks in batch `today` or later, and in `first` or later.
    package func looks(
        by person: String, since first: Int, today: Int
    ) throws(SQLError) -> (today: Int, all: Int) {
        let row = try self.first(
            """
            SELECT count(CASE WHEN batch >= \(today) THEN 1 END), count(*) FROM event
            WHERE verb = 'looked' AND person = \(person) AND batch >= \(first)
            """)
        guard let row else { return (0, 0) }
        return (today: try row[0], all: try row[1])
    }
}
