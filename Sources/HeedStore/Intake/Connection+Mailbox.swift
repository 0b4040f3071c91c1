package import HeedSQL

/// What the holder of a code may look up.
extension Connection {
    /// Runs the same statements for a thread that is not there as for one that is.
    package func mailbox(of thread: [UInt8]) throws(SQLError) -> MailboxRows {
        let key: [UInt8]?? = try value("SELECT reply_key FROM thread WHERE thread_id = \(thread)")
        var items: [MailboxRows.Item] = []
        for row in try fetch("SELECT item, batch, status FROM item WHERE thread_id = \(thread) ORDER BY item") {
            let status: ItemRow.Status = try row["status"]
            items.append(
                MailboxRows.Item(number: try row["item"], batch: try row["batch"], isDecided: status == .decided))
        }
        var replies: [MailboxRows.Reply] = []
        let rows = try fetch(
            """
            SELECT sent.certificate, sent.signature, sent.batch, sent.header, sent.payload, certificate.note,
                certificate.revoked
            FROM (SELECT * FROM \(replyObjects(of: thread))) AS sent
            JOIN certificate ON certificate.certificate_hash = sent.certificate
            ORDER BY sent.round, sent.object_id LIMIT 32
            """)
        for row in rows { replies.append(try MailboxRows.Reply(row)) }
        return MailboxRows(items: items, replies: replies, replyKey: key ?? nil, currentBatch: try currentBatch())
    }

    /// The batch in which the leaf of this tag comes out; nil if none waits.
    package func releaseBatch(of tag: [UInt8]) throws(SQLError) -> Int? {
        try value("SELECT release_batch FROM \(waitingLeaf(tag))")
    }

    /// Whether anything was received under this MAC.
    package func isMarked(_ mac: [UInt8]) throws(SQLError) -> Bool {
        try first("SELECT item FROM idem WHERE mac = \(mac)") != nil
    }
}
