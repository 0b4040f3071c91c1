package import HeedSQL

/// An officer's step as stored in clear: who of which role did what kind of thing, in which batch.
/// What was said is in the sealed record `object`. The store refuses a change, a second step with the same number,
/// an answer by one person alone, and an authorisation before any research.
package struct StepRow: Sendable, Equatable {
    package var id: [UInt8]
    package var thread: [UInt8]
    /// Position in the thread, from 1.
    package var number: Int
    package var item: Int
    package var verb: String
    package var role: String
    package var certificate: [UInt8]
    package var person: String
    /// The first of two persons, where two are needed.
    package var cosignerCertificate: [UInt8]?
    package var cosignerPerson: String?
    package var batch: Int
    package var object: [UInt8]?

    package init(
        id: [UInt8], thread: [UInt8], number: Int, item: Int, verb: String, role: String, certificate: [UInt8],
        person: String, cosignerCertificate: [UInt8]? = nil, cosignerPerson: String? = nil, batch: Int,
        object: [UInt8]?
    ) {
        self.id = id
        self.thread = thread
        self.number = number
        self.item = item
        self.verb = verb
        self.role = role
        self.certificate = certificate
        self.person = person
        self.cosignerCertificate = cosignerCertificate
        self.cosignerPerson = cosignerPerson
        self.batch = batch
        self.object = object
    }

    package init(_ row: Row) throws(SQLError) {
        id = try row["step_id"]
        thread = try row["thread_id"]
        number = try row["n"]
        item = try row["item"]
        verb = try row["verb"]
        role = try row["role"]
        certificate = try row["certificate"]
        person = try row["person"]
        cosignerCertificate = try row["cosigner_certificate"]
        cosignerPerson = try row["cosigner_person"]
        batch = try row["batch"]
        object = try row["object_id"]
    }
}
