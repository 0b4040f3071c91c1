package import HeedSQL

/// Audit rows, in the order of their chains.
extension Connection {
    /// Up to `limit` rows of one writer that follow row `number`.
    package func auditRows(of writer: String, after number: Int = 0, limit: Int = 1000) throws(SQLError) -> [AuditRow] {
        var rows: [AuditRow] = []
        let sql: SQL = """
            SELECT writer, n, batch, hash, box FROM audit
            WHERE writer = \(writer) AND n > \(number) ORDER BY n LIMIT \(limit)
            """
        for row in try fetch(sql) { rows.append(try AuditRow(row)) }
        return rows
    }

    /// The last row of every writer, unchecked: what to export and keep outside the database.
    package func auditHeads() throws(SQLError) -> [AuditHead] {
        var heads: [AuditHead] = []
        let sql: SQL = """
            SELECT writer, n, hash FROM audit AS last
            WHERE n = (SELECT max(n) FROM audit WHERE writer = last.writer) ORDER BY writer
            """
        for row in try fetch(sql) {
            heads.append(AuditHead(writer: try row["writer"], number: try row["n"], hash: try row["hash"]))
        }
        return heads
    }
}
