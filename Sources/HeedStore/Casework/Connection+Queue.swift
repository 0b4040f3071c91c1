package import HeedSQL

/// Queue cards of the compartments a session holds.
extension Connection {
    /// Writes a card, or replaces an older one; a newer one stays.
    package func upsert(_ card: ExtractRow) throws(SQLError) {
        try execute(
            """
            INSERT INTO extract (thread_id, compartment, epoch, version, box)
            VALUES (\(card.thread), \(card.compartment), \(card.epoch), \(card.version), \(card.box))
            ON CONFLICT (thread_id) DO UPDATE SET
                compartment = excluded.compartment, epoch = excluded.epoch, version = excluded.version,
                box = excluded.box
            WHERE extract.version <= excluded.version
            """)
    }

    /// All threads in which somebody still has something to do. Answered from one index (`thread_queue`).
    package func queued(in compartments: [String]) throws(SQLError) -> [QueuedThread] {
        let rows = try fetch(
            """
            SELECT thread_id, compartment, version, wake FROM thread
            WHERE compartment IN \(in: compartments) AND status IN ('received', 'open')
            """)
        var threads: [QueuedThread] = []
        threads.reserveCapacity(rows.count)
        for row in rows {
            threads.append(
                QueuedThread(thread: try row[0], compartment: try row[1], version: try row[2], wake: try row[3]))
        }
        return threads
    }

    /// The cards of these threads, of whatever version.
    package func cards(of threads: [[UInt8]]) throws(SQLError) -> [ExtractRow] {
        var cards: [ExtractRow] = []
        cards.reserveCapacity(threads.count)
        for start in stride(from: 0, to: threads.count, by: 500) {
            let some = Array(threads[start..<min(start + 500, threads.count)])
            let rows = try fetch(
                """
                SELECT thread_id, compartment, epoch, version, box FROM extract WHERE thread_id IN \(in: some)
                """)
            for row in rows { cards.append(try ExtractRow(positional: row)) }
        }
        return cards
    }

    /// Cards of all threads, finished ones too: what a search goes through. At most `limit`, from `after` on.
    package func cards(
        in compartments: [String], after: [UInt8], limit: Int
    ) throws(SQLError) -> [ExtractRow] {
        var cards: [ExtractRow] = []
        let rows = try fetch(
            """
            SELECT thread_id, compartment, epoch, version, box FROM extract
            WHERE compartment IN \(in: compartments) AND thread_id > \(after) ORDER BY thread_id LIMIT \(limit)
            """)
        cards.reserveCapacity(rows.count)
        for row in rows { cards.append(try ExtractRow(positional: row)) }
        return cards
    }
}

extension ExtractRow {
    fileprivate init(positional row: Row) throws(SQLError) {
        thread = try row[0]
        compartment = try row[1]
        epoch = try row[2]
        version = try row[3]
        box = try row[4]
    }
}
