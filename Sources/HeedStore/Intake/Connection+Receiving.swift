package import HeedSQL

/// Receiving items. Names the columns it reads: the intake role may see no others.
extension Connection {
    /// The item that was received with this MAC; nil if none was, or it has been erased.
    package func received(mac: [UInt8]) throws(SQLError) -> StoredItem? {
        guard
            let row = try first(
                """
                SELECT item.thread_id, item.item, item.batch, item.manifest, wrap.kc, wrap.payload_digest
                FROM idem
                JOIN item ON item.thread_id = idem.thread_id AND item.item = idem.item
                JOIN wrap ON wrap.thread_id = item.thread_id AND wrap.item = item.item
                    AND wrap.purpose IN ('report', 'follow-up')
                WHERE idem.mac = \(mac)
                """)
        else { return nil }
        return try StoredItem(row)
    }

    /// The thread that a code finds, and its kind, which decides who can open what is added to it.
    package func foundThread(tag: [UInt8]) throws(SQLError) -> (id: [UInt8], kind: String)? {
        guard let row = try first("SELECT thread_id, kind FROM thread WHERE tag = \(tag)") else { return nil }
        return (try row["thread_id"], try row["kind"])
    }

    /// Stores one item and all that belongs to it. Throws `SQLError.unique` if its place has been taken.
    package func place(_ placement: ItemPlacement) throws {
        if let thread = placement.thread {
            try insert(thread)
        } else {
            try raise(placement.item.thread, wakes: placement.wakes, dueBatch: placement.dueBatch)
        }
        try insert(placement.item)
        for object in placement.objects { try insert(object) }
        try insert(placement.leaf)
        try remember(placement.mark, of: placement.item)
        if let answer = placement.answer {
            try remember(answer, of: placement.item, orKeep: " ON CONFLICT (mac) DO NOTHING")
        }
    }

    private func remember(_ mark: RepeatRow, of item: ItemRow, orKeep: SQL = "") throws(SQLError) {
        try execute(
            """
            INSERT INTO idem (mac, thread_id, item, expires_batch)
            VALUES (\(mark.mac), \(item.thread), \(item.item), \(mark.expiresBatch))\(orKeep)
            """)
    }

    package func insert(_ leaf: PendingLeafRow) throws(SQLError) {
        try execute(
            """
            INSERT INTO pending_leaf (t, entry, kind, cohort, salt_kind, commitment_body, release_batch)
            VALUES (
                \(leaf.t), \(leaf.entry), \(leaf.kind), \(leaf.cohort), \(leaf.saltKind), \(leaf.commitmentBody),
                \(leaf.releaseBatch))
            """)
    }

    // An addition only ever raises: it opens what was closed, brings the due batch forward, sets the alarm. The
    // version moves so that nobody decides on a thread without having seen what just came in.
    private func raise(_ thread: [UInt8], wakes: Bool, dueBatch: Int) throws(SQLError) {
        try execute(
            """
            UPDATE thread SET
                status = CASE WHEN status = 'closed' THEN 'open' ELSE status END,
                wake = CASE WHEN \(wakes) = 1 THEN 1 ELSE wake END,
                due_batch = CASE WHEN due_batch < \(dueBatch) THEN due_batch ELSE \(dueBatch) END,
                version = version + 1
            WHERE thread_id = \(thread)
            """)
    }

    /// Forgets up to `limit` expired marks of repeated sends, and says how many.
    package func forgetRepeats(before batch: Int, limit: Int) throws(SQLError) -> Int {
        try execute(
            """
            DELETE FROM idem WHERE mac IN (
                SELECT mac FROM idem WHERE expires_batch <= \(batch) ORDER BY expires_batch LIMIT \(limit))
            """)
    }
}
