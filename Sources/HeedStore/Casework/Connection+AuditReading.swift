package import HeedSQL

/// Audit rows across writers, newest batch first.
extension Connection {
    /// Rows after a place in that order; from the start where there is none.
    package func auditRows(
        after place: (batch: Int, writer: String, number: Int)?, limit: Int
    ) throws(SQLError) -> [AuditRow] {
        let condition: SQL =
            if let place {
                """
                 WHERE batch < \(place.batch) OR (batch = \(place.batch) AND
                    (n < \(place.number) OR (n = \(place.number) AND writer > \(place.writer))))
                """
            } else { "" }
        let sql: SQL = """
            SELECT writer, n, batch, hash, box FROM audit\(condition)
            ORDER BY batch DESC, n DESC, writer LIMIT \(limit)
            """
        var rows: [AuditRow] = []
        for row in try fetch(sql) { rows.append(try AuditRow(row)) }
        return rows
    }
}
