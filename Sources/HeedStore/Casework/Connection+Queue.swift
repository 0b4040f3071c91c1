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

    /// All threads somebody still has something to do in: those with a card of their present version, and those
    /// without one, the ones that ring first.
    package func queue(in compartments: [String]) throws(SQLError) -> QueueRows {
        let rows = try fetch(
            """
            SELECT thread.thread_id, thread.compartment, thread.wake, extract.epoch, extract.version, extract.box
            FROM thread LEFT JOIN extract ON extract.thread_id = thread.thread_id AND extract.version = thread.version
            WHERE thread.compartment IN \(in: compartments) AND thread.status IN ('received', 'open')
            """)
        var queue = QueueRows()
        queue.cards.reserveCapacity(rows.count)
        for row in rows {
            if let box: [UInt8] = try row[5] {
                queue.cards.append(
                    ExtractRow(
                        thread: try row[0], compartment: try row[1], epoch: try row[3], version: try row[4], box: box))
            } else {
                queue.uncarded.append(
                    UncardedThread(thread: try row[0], compartment: try row[1], wake: try row[2]))
            }
        }
        queue.uncarded.sort { $0.wake == $1.wake ? $0.thread.lexicographicallyPrecedes($1.thread) : $0.wake }
        return queue
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
