import HeedSQL
import HeedTestKit
import HeedVault

extension Site {
    static let tables = [
        "installation", "clock", "thread", "item", "wrap", "body", "reply", "pending_leaf", "extract", "idem", "event",
        "audit", "audit_key", "certificate", "officer", "compartment_key", "draft", "heartbeat", "migration",
        "feedback",
    ]

    /// Calls `body` with every value of every column of every row.
    func eachValue(_ body: (String, String, SQLValue) throws -> Void) async throws {
        for table in Self.tables {
            let rows = try await database.read { db in try db.fetch("SELECT * FROM \(SQL(stringLiteral: table))") }
            for row in rows {
                for (column, value) in zip(row.columns, row.values) { try body(table, column, value) }
            }
        }
    }

    /// Changes with any change of any value.
    func fingerprint() async throws -> [UInt8] {
        var digest = RunningDigest()
        try await eachValue { table, column, value in digest.update(Array("\(table) \(column) \(value)\n".utf8)) }
        return digest.value()
    }
}
