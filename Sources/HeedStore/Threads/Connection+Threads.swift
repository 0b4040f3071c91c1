package import HeedSQL

/// Threads and items.
extension Connection {
    package func insert(_ thread: ThreadRow) throws(SQLError) {
        try execute(
            """
            INSERT INTO thread (
                thread_id, tag, reply_key, compartment, epoch, kind, status, wake, version, due_batch, review_batch)
            VALUES (
                \(thread.id), \(thread.tag), \(thread.replyKey), \(thread.compartment), \(thread.epoch),
                \(thread.kind), \(thread.status), \(thread.wake), \(thread.version), \(thread.dueBatch),
                \(thread.reviewBatch))
            """)
    }

    package func thread(_ id: [UInt8]) throws(SQLError) -> ThreadRow? {
        guard let row = try first("SELECT * FROM thread WHERE thread_id = \(id)") else { return nil }
        return try ThreadRow(row)
    }

    package func thread(tag: [UInt8]) throws(SQLError) -> ThreadRow? {
        guard let row = try first("SELECT * FROM thread WHERE tag = \(tag)") else { return nil }
        return try ThreadRow(row)
    }

    /// Raises the version of a thread that still has the version its reader saw; otherwise throws
    /// `StoreError.conflict` and nothing changes. Returns the new version.
    @discardableResult
    package func bumpVersion(of thread: [UInt8], from version: Int) throws -> Int {
        let changed = try execute(
            "UPDATE thread SET version = version + 1 WHERE thread_id = \(thread) AND version = \(version)")
        guard changed == 1 else { throw StoreError.conflict }
        return version + 1
    }

    package func insert(_ item: ItemRow) throws(SQLError) {
        try execute(
            """
            INSERT INTO item (thread_id, item, batch, manifest, status, decided_person)
            VALUES (
                \(item.thread), \(item.item), \(item.batch), \(item.manifest), \(item.status), \(item.decidedPerson))
            """)
    }

    package func item(_ item: Int, of thread: [UInt8]) throws(SQLError) -> ItemRow? {
        guard let row = try first("SELECT * FROM item WHERE thread_id = \(thread) AND item = \(item)") else {
            return nil
        }
        return try ItemRow(row)
    }

    package func items(of thread: [UInt8]) throws(SQLError) -> [ItemRow] {
        var items: [ItemRow] = []
        for row in try fetch("SELECT * FROM item WHERE thread_id = \(thread) ORDER BY item") {
            items.append(try ItemRow(row))
        }
        return items
    }

    /// The number the thread's next item takes. Two callers may see the same: the loser's insert throws `unique`.
    package func nextItem(of thread: [UInt8]) throws -> Int {
        let last: Int?? = try value("SELECT max(item) FROM item WHERE thread_id = \(thread)")
        guard let last = last ?? nil else { return 0 }
        guard last < 255 else { throw StoreError.tooManyItems }
        return last + 1
    }

    /// Moves an item on. Throws `SQLError.trigger` for a step back or a skip, `StoreError.conflict` if it is not there.
    package func setStatus(
        _ status: ItemRow.Status, of item: Int, in thread: [UInt8], decidedPerson: String? = nil
    ) throws {
        let changed = try execute(
            """
            UPDATE item SET status = \(status), decided_person = coalesce(\(decidedPerson), decided_person)
            WHERE thread_id = \(thread) AND item = \(item)
            """)
        guard changed == 1 else { throw StoreError.conflict }
    }
}
