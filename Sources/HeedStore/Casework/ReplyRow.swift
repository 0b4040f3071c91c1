package import HeedSQL

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
