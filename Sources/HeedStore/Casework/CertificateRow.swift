package import HeedSQL

/// A certificate as stored. The note is the signed text; the other columns only find it.
package struct CertificateRow: Sendable {
    package var hash: [UInt8]
    package var username: String
    package var person: String
    package var note: String
    package var isRevoked: Bool

    package init(hash: [UInt8], username: String, person: String, note: String, isRevoked: Bool = false) {
        self.hash = hash
        self.username = username
        self.person = person
        self.note = note
        self.isRevoked = isRevoked
    }

    package init(_ row: Row) throws(SQLError) {
        hash = try row["certificate_hash"]
        username = try row["username"]
        person = try row["person"]
        note = try row["note"]
        isRevoked = try row["revoked"]
    }
}
