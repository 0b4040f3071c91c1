package import HeedSQL

/// What the holder of a code may reach, as expressions for a FROM clause. On PostgreSQL they are functions that run as
/// the store's owner, because the public process may not read `wrap`, `body` or `pending_leaf` themselves.
extension Connection {
    /// The replies of a thread: `object_id, round, certificate, signature, batch, kc, payload_digest, header, payload`.
    ///
    ///     try db.fetch("SELECT header, payload FROM \(db.replyObjects(of: thread)) ORDER BY round, object_id")
    package func replyObjects(of thread: [UInt8]) -> SQL {
        switch dialect {
        case .postgres:
            "heed_replies(\(thread)) AS reply_object"
        case .sqlite:
            """
            (SELECT reply.object_id, round, certificate, signature, batch, kc, payload_digest, header, payload
            FROM reply
            JOIN wrap ON wrap.object_id = reply.object_id AND wrap.purpose = 'reply'
            JOIN body ON body.object_id = reply.object_id
            WHERE reply.thread_id = \(thread)) AS reply_object
            """
        }
    }

    /// The pending leaf with this tag: `entry, release_batch`; no row if none waits.
    package func waitingLeaf(_ tag: [UInt8]) -> SQL {
        switch dialect {
        case .postgres: "heed_leaf(\(tag)) AS waiting_leaf"
        case .sqlite: "(SELECT entry, release_batch FROM pending_leaf WHERE t = \(tag)) AS waiting_leaf"
        }
    }
}
