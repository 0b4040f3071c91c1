package import HeedSQL

/// One acknowledged thing from the public: the report (item 0) or a follow-up.
/// The store lets `status` move only from received to opened to decided, and a decision only with a person.
package struct ItemRow: Sendable, Equatable {
    package enum Status: String, SQLConvertible {
        case received
        case opened
        case decided
    }

    package var thread: [UInt8]
    package var item: Int
    /// The batch in which it was received.
    package var batch: Int
    /// SHA-256 of the key manifest it was received under: a receipt is issued again from this.
    package var manifest: [UInt8]
    package var status: Status
    package var decidedPerson: String?

    package init(
        thread: [UInt8], item: Int, batch: Int, manifest: [UInt8], status: Status = .received,
        decidedPerson: String? = nil
    ) {
        self.thread = thread
        self.item = item
        self.batch = batch
        self.manifest = manifest
        self.status = status
        self.decidedPerson = decidedPerson
    }

    package init(_ row: Row) throws(SQLError) {
        thread = try row["thread_id"]
        item = try row["item"]
        batch = try row["batch"]
        manifest = try row["manifest"]
        status = try row["status"]
        decidedPerson = try row["decided_person"]
    }
}
