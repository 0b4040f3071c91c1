package import HeedSQL

/// Sealed objects.
extension Connection {
    /// Stores the header and, where the row carries it, the payload.
    package func insert(_ object: SealedRow) throws(SQLError) {
        try execute(
            """
            INSERT INTO wrap (
                object_id, thread_id, item, purpose, compartment, epoch, format, kc, payload_digest, header)
            VALUES (
                \(object.id), \(object.thread), \(object.item), \(object.purpose), \(object.compartment),
                \(object.epoch), \(object.format), \(object.keyCommitment), \(object.payloadDigest), \(object.header))
            """)
        if let payload = object.payload {
            try execute("INSERT INTO body (object_id, payload) VALUES (\(object.id), \(payload))")
        }
    }

    package func sealed(_ id: [UInt8]) throws(SQLError) -> SealedRow? {
        guard let row = try first("\(Self.selectSealed) WHERE wrap.object_id = \(id)") else { return nil }
        return try SealedRow(row)
    }

    /// The thread's objects of one purpose, by item; of all purposes where none is named.
    package func sealed(in thread: [UInt8], purpose: SealedRow.Purpose? = nil) throws(SQLError) -> [SealedRow] {
        let condition: SQL = if let purpose { " AND purpose = \(purpose)" } else { "" }
        let sql: SQL = "\(Self.selectSealed) WHERE thread_id = \(thread)\(condition) ORDER BY item, wrap.object_id"
        var objects: [SealedRow] = []
        for row in try fetch(sql) { objects.append(try SealedRow(row)) }
        return objects
    }

    private static var selectSealed: SQL {
        """
        SELECT wrap.object_id, thread_id, item, purpose, compartment, epoch, format, kc, payload_digest, header, payload
        FROM wrap LEFT JOIN body ON body.object_id = wrap.object_id
        """
    }
}
