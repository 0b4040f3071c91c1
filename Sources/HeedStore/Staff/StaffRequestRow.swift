import HeedSQL

/// A change of somebody's account that waits for the person, or for registrars.
package struct StaffRequestRow: Sendable, Equatable {
    package let id: [UInt8]
    package let kind: String
    package let username: String
    package let person: String
    package let name: String?
    package let role: String
    /// Compartments beside the role's, by name, with a space between.
    package let permissions: String
    /// The certificate that the change replaces; nil for somebody new.
    package let oldCertificate: [UInt8]?
    package let askedBy: String
    /// SHA-256 of the enrolment code; nil once it was used, or where nobody has to enrol.
    package var codeHash: [UInt8]?
    /// The last batch in which the code counts.
    package let codeLastBatch: Int
    /// The text that registrars sign; nil until the person has enrolled.
    package var certificate: String?
    package var routineFile: [UInt8]?
    package var graveFile: [UInt8]?
    /// Who signed first, and the note with that one signature.
    package var firstRegistrar: String?
    package var firstNote: String?

    package init(
        id: [UInt8], kind: String, username: String, person: String, name: String?, role: String, permissions: String,
        oldCertificate: [UInt8]?, askedBy: String, codeHash: [UInt8]?, codeLastBatch: Int, certificate: String?
    ) {
        self.id = id
        self.kind = kind
        self.username = username
        self.person = person
        self.name = name
        self.role = role
        self.permissions = permissions
        self.oldCertificate = oldCertificate
        self.askedBy = askedBy
        self.codeHash = codeHash
        self.codeLastBatch = codeLastBatch
        self.certificate = certificate
    }

    init(_ row: Row) throws(SQLError) {
        id = try row["request_id"]
        kind = try row["kind"]
        username = try row["username"]
        person = try row["person"]
        name = try row["name"]
        role = try row["role"]
        permissions = try row["permissions"]
        oldCertificate = try row["old_certificate"]
        askedBy = try row["asked_by"]
        codeHash = try row["code_hash"]
        codeLastBatch = try row["code_last_batch"]
        certificate = try row["certificate"]
        routineFile = try row["routine_file"]
        graveFile = try row["grave_file"]
        firstRegistrar = try row["first_registrar"]
        firstNote = try row["first_note"]
    }
}
