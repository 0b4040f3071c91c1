package import HeedSQL

/// A sealed object as stored: the header in `wrap`, the payload in `body` or, where nil, in a blob file.
/// header ‖ payload is an age file. Deleting the header erases the object.
package struct SealedRow: Sendable, Equatable {
    package enum Purpose: String, SQLConvertible {
        case report
        case contact
        case followUp = "follow-up"
        case reply
        case step
        case message
        case draft
        case partner
    }

    package var id: [UInt8]
    package var thread: [UInt8]?
    package var item: Int?
    package var purpose: Purpose
    package var compartment: String
    package var epoch: Int
    package var format: Int
    package var keyCommitment: [UInt8]
    package var payloadDigest: [UInt8]
    package var header: [UInt8]
    package var payload: [UInt8]?

    package init(
        id: [UInt8], thread: [UInt8]?, item: Int?, purpose: Purpose, compartment: String, epoch: Int, format: Int = 1,
        keyCommitment: [UInt8], payloadDigest: [UInt8], header: [UInt8], payload: [UInt8]?
    ) {
        self.id = id
        self.thread = thread
        self.item = item
        self.purpose = purpose
        self.compartment = compartment
        self.epoch = epoch
        self.format = format
        self.keyCommitment = keyCommitment
        self.payloadDigest = payloadDigest
        self.header = header
        self.payload = payload
    }

    package init(_ row: Row) throws(SQLError) {
        id = try row["object_id"]
        thread = try row["thread_id"]
        item = try row["item"]
        purpose = try row["purpose"]
        compartment = try row["compartment"]
        epoch = try row["epoch"]
        format = try row["format"]
        keyCommitment = try row["kc"]
        payloadDigest = try row["payload_digest"]
        header = try row["header"]
        payload = try row["payload"]
    }
}
