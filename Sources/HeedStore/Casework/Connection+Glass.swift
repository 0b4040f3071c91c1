package import HeedSQL

/// Break-glass, as far as rows in clear tell: where there is one that nobody has reviewed. By whom and until when is sealed.
extension Connection {
    /// Answered from one small index (`event_glass`), whose condition the first line repeats word for word.
    package func unreviewedGlasses(in compartments: [String]) throws(SQLError) -> [(thread: [UInt8], version: Int)] {
        var found: [(thread: [UInt8], version: Int)] = []
        let rows = try fetch(
            """
            SELECT thread_id, version FROM thread
            WHERE compartment IN \(in: compartments) AND thread_id IN (
                SELECT thread_id FROM event WHERE verb IN ('glass-broken', 'glass-reviewed') GROUP BY thread_id
                HAVING sum(CASE WHEN verb = 'glass-broken' THEN 1 ELSE -1 END) > 0)
            ORDER BY thread_id
            """)
        for row in rows { found.append((thread: try row[0], version: try row[1])) }
        return found
    }

    /// The first two threads of compartments between two ids, both included: enough to tell whether there is one.
    package func threads(
        from first: [UInt8], through last: [UInt8], in compartments: [String]
    ) throws(SQLError) -> [[UInt8]] {
        var threads: [[UInt8]] = []
        let rows = try fetch(
            """
            SELECT thread_id FROM thread
            WHERE thread_id BETWEEN \(first) AND \(last) AND compartment IN \(in: compartments) LIMIT 2
            """)
        for row in rows { threads.append(try row[0]) }
        return threads
    }
}
