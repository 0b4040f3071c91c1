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

    /// Up-to-date cards of all threads somebody still has something to do in.
    package func openCards(in compartments: [String]) throws(SQLError) -> [ExtractRow] {
        var cards: [ExtractRow] = []
        let rows = try fetch(
            """
            SELECT extract.thread_id, extract.compartment, extract.epoch, extract.version, extract.box
            FROM thread JOIN extract ON extract.thread_id = thread.thread_id AND extract.version = thread.version
            WHERE thread.compartment IN \(in: compartments) AND thread.status IN ('received', 'open')
            """)
        cards.reserveCapacity(rows.count)
        for row in rows { cards.append(try ExtractRow(positional: row)) }
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

    /// Threads of the queue without an up-to-date card, those that ring first.
    package func uncarded(in compartments: [String], limit: Int) throws(SQLError) -> [UncardedThread] {
        var uncarded: [UncardedThread] = []
        let rows = try fetch(
            """
            SELECT thread.thread_id, thread.compartment, thread.wake
            FROM thread LEFT JOIN extract ON extract.thread_id = thread.thread_id
                AND extract.version = thread.version
            WHERE thread.compartment IN \(in: compartments) AND thread.status IN ('received', 'open')
                AND extract.thread_id IS NULL
            ORDER BY thread.wake DESC, thread.thread_id LIMIT \(limit)
            """)
        for row in rows {
            uncarded.append(UncardedThread(thread: try row[0], compartment: try row[1], wake: try row[2]))
        }
        return uncarded
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
