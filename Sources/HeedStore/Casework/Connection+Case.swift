package import HeedSQL

/// One thread as a whole.
extension Connection {
    package func caseRows(_ id: [UInt8]) throws(SQLError) -> CaseRows? {
        guard let thread = try thread(id) else { return nil }
        return CaseRows(
            thread: thread, items: try items(of: id), steps: try steps(of: id), objects: try caseObjects(of: id),
            replies: try replies(of: id), requests: try partnerRequests(of: id), answers: try partnerAnswers(of: id),
            currentBatch: try currentBatch())
    }

    package func replies(of thread: [UInt8]) throws(SQLError) -> [ReplyRow] {
        var replies: [ReplyRow] = []
        for row in try fetch("SELECT * FROM reply WHERE thread_id = \(thread) ORDER BY round, object_id") {
            replies.append(try ReplyRow(row))
        }
        return replies
    }

    /// The entry waiting under a leaf's tag, 65 bytes; nil where none waits.
    package func pendingEntry(_ tag: [UInt8]) throws(SQLError) -> [UInt8]? {
        try value("SELECT entry FROM pending_leaf WHERE t = \(tag)")
    }

    package func insert(_ reply: ReplyRow) throws(SQLError) {
        try execute(
            """
            INSERT INTO reply (object_id, thread_id, round, certificate, signature, batch)
            VALUES (
                \(reply.object), \(reply.thread), \(reply.round), \(reply.certificate), \(reply.signature),
                \(reply.batch))
            """)
    }

    private func caseObjects(of thread: [UInt8]) throws(SQLError) -> [SealedRow] {
        let rows = try fetch(
            """
            SELECT wrap.object_id, thread_id, item, purpose, compartment, epoch, format, kc, payload_digest, header,
                CASE WHEN purpose = 'contact' THEN NULL ELSE payload END AS payload
            FROM wrap LEFT JOIN body ON body.object_id = wrap.object_id
            WHERE thread_id = \(thread) ORDER BY item, wrap.object_id
            """)
        var objects: [SealedRow] = []
        for row in rows { objects.append(try SealedRow(row)) }
        return objects
    }
}
