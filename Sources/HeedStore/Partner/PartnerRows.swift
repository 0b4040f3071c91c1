package import HeedSQL

/// A request to a partner as stored: what finds it, what vouches for it, and from when it has been read.
package struct PartnerRequestRow: Sendable, Equatable {
    package var id: [UInt8]
    package var thread: [UInt8]
    /// What the partner's code finds it by, 32 bytes.
    package var tag: [UInt8]
    package var object: [UInt8]
    package var certificate: [UInt8]
    package var signature: [UInt8]
    package var batch: Int
    /// The batch of the first use; nil until then.
    package var firstBatch: Int?

    package init(
        id: [UInt8], thread: [UInt8], tag: [UInt8], object: [UInt8], certificate: [UInt8], signature: [UInt8],
        batch: Int, firstBatch: Int? = nil
    ) {
        self.id = id
        self.thread = thread
        self.tag = tag
        self.object = object
        self.certificate = certificate
        self.signature = signature
        self.batch = batch
        self.firstBatch = firstBatch
    }

    package init(_ row: Row) throws(SQLError) {
        id = try row["request_id"]
        thread = try row["thread_id"]
        tag = try row["tag"]
        object = try row["object_id"]
        certificate = try row["certificate"]
        signature = try row["signature"]
        batch = try row["batch"]
        firstBatch = try row["first_batch"]
    }
}

/// A partner's answer as stored: beside the sealed object, which request it answers.
package struct PartnerAnswerRow: Sendable, Equatable {
    package var object: [UInt8]
    package var request: [UInt8]
    package var thread: [UInt8]
    /// Recognises the same words under the same code.
    package var mac: [UInt8]
    package var batch: Int

    package init(object: [UInt8], request: [UInt8], thread: [UInt8], mac: [UInt8], batch: Int) {
        self.object = object
        self.request = request
        self.thread = thread
        self.mac = mac
        self.batch = batch
    }

    package init(_ row: Row) throws(SQLError) {
        object = try row["object_id"]
        request = try row["request_id"]
        thread = try row["thread_id"]
        mac = try row["mac"]
        batch = try row["batch"]
    }
}

/// What the holder of a partner's code may be shown of the store, as of one moment. Nothing in it is trusted yet.
package struct FoundPartnerRequest: Sendable {
    package let id: [UInt8]
    package let thread: [UInt8]
    package let certificate: [UInt8]
    package let signature: [UInt8]
    package let batch: Int
    package let firstBatch: Int?
    package let header: [UInt8]
    package let payload: [UInt8]

    init(_ row: Row) throws(SQLError) {
        id = try row["request_id"]
        thread = try row["thread_id"]
        certificate = try row["certificate"]
        signature = try row["signature"]
        batch = try row["batch"]
        firstBatch = try row["first_batch"]
        header = try row["header"]
        payload = try row["payload"]
    }
}
