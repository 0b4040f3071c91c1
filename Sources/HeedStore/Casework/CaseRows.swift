package import HeedSQL

/// Everything stored about one thread that its page needs, as of one moment.
package struct CaseRows: Sendable {
    package let thread: ThreadRow
    package let items: [ItemRow]
    package let steps: [StepRow]
    /// Report, follow-ups, contact, steps and replies; the contact's payload is left out.
    package let objects: [SealedRow]
    package let replies: [ReplyRow]
    package let currentBatch: Int

    /// The sealed report (item 0) or follow-up.
    package func sealedItem(_ number: Int) -> SealedRow? {
        objects.first { $0.item == number && $0.purpose == (number == 0 ? .report : .followUp) }
    }

    package func object(_ id: [UInt8]?) -> SealedRow? {
        id.flatMap { id in objects.first { $0.id == id } }
    }
}

/// A reply as stored: beside the sealed object, the signature without which nobody is shown it.
package struct ReplyRow: Sendable, Equatable {
    package var object: [UInt8]
    package var thread: [UInt8]
    /// From 1.
    package var round: Int
    package var certificate: [UInt8]
    package var signature: [UInt8]
    package var batch: Int

    package init(
        object: [UInt8], thread: [UInt8], round: Int, certificate: [UInt8], signature: [UInt8], batch: Int
    ) {
        self.object = object
        self.thread = thread
        self.round = round
        self.certificate = certificate
        self.signature = signature
        self.batch = batch
    }

    package init(_ row: Row) throws(SQLError) {
        object = try row["object_id"]
        thread = try row["thread_id"]
        round = try row["round"]
        certificate = try row["certificate"]
        signature = try row["signature"]
        batch = try row["batch"]
    }
}
