package import HeedSQL
import HeedVault

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

    /// What is wrong with one row's place in its chain: nil where it follows from the row before it.
    /// Says nothing of earlier rows: `AuditVerifier` walks the whole chain.
    package func auditFault(of writer: String, number: Int) throws(SQLError) -> AuditFault? {
        let rows = try auditRows(of: writer, after: number - 2, limit: 2)
        guard let row = rows.first(where: { $0.number == number }) else {
            return AuditFault(writer: writer, number: number, kind: .missing)
        }
        let previous = number == 1 ? AuditChain.start : rows.first { $0.number == number - 1 }?.hash
        guard let previous else { return AuditFault(writer: writer, number: number - 1, kind: .missing) }
        let hash = AuditChain.hash(previous: previous, number: UInt64(number), box: row.box)
        return row.hash == hash ? nil : AuditFault(writer: writer, number: number, kind: .changed)
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
