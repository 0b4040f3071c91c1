package import HeedSQL

/// An audit row as stored. Only the box says what happened.
package struct AuditRow: Sendable, Equatable {
    package var writer: String
    package var number: Int
    package var batch: Int
    package var hash: [UInt8]
    package var box: [UInt8]

    package init(_ row: Row) throws(SQLError) {
        writer = try row["writer"]
        number = try row["n"]
        batch = try row["batch"]
        hash = try row["hash"]
        box = try row["box"]
    }
}
