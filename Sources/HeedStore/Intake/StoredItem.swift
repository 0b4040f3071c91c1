import HeedSQL

/// What the store holds of an acknowledged item that its receipt is made from.
package struct StoredItem: Sendable, Equatable {
    package let thread: [UInt8]
    package let item: Int
    /// The batch in which it was received.
    package let batch: Int
    /// SHA-256 of the key manifest under which it was received.
    package let manifest: [UInt8]
    package let keyCommitment: [UInt8]
    package let payloadDigest: [UInt8]

    package init(
        thread: [UInt8], item: Int, batch: Int, manifest: [UInt8], keyCommitment: [UInt8], payloadDigest: [UInt8]
    ) {
        self.thread = thread
        self.item = item
        self.batch = batch
        self.manifest = manifest
        self.keyCommitment = keyCommitment
        self.payloadDigest = payloadDigest
    }

    init(_ row: Row) throws(SQLError) {
        thread = try row["thread_id"]
        item = try row["item"]
        batch = try row["batch"]
        manifest = try row["manifest"]
        keyCommitment = try row["kc"]
        payloadDigest = try row["payload_digest"]
    }
}
