package import HeedSQL

/// A thread as stored: what may be in clear about one reporter's reports, and nothing else.
/// Ids are 16 random bytes; `version` rises with every change made through `bump`.
package struct ThreadRow: Sendable, Equatable {
    package enum Status: String, SQLConvertible {
        /// Nobody has opened anything in it yet.
        case received
        case open
        case closed
    }

    package var id: [UInt8]
    /// What the reporter's code finds it by, 32 bytes; nil for a thread without a reporter's code.
    package var tag: [UInt8]?
    /// The reporter's public key, to which replies are sealed.
    package var replyKey: [UInt8]?
    package var compartment: String
    package var epoch: Int
    package var kind: String
    package var status: Status
    /// Rings alarms until the first opening.
    package var wake: Bool
    package var version: Int
    package var dueBatch: Int?
    package var reviewBatch: Int?

    package init(
        id: [UInt8], tag: [UInt8]? = nil, replyKey: [UInt8]? = nil, compartment: String, epoch: Int, kind: String,
        status: Status = .received, wake: Bool = false, version: Int = 1, dueBatch: Int? = nil, reviewBatch: Int? = nil
    ) {
        self.id = id
        self.tag = tag
        self.replyKey = replyKey
        self.compartment = compartment
        self.epoch = epoch
        self.kind = kind
        self.status = status
        self.wake = wake
        self.version = version
        self.dueBatch = dueBatch
        self.reviewBatch = reviewBatch
    }

    package init(_ row: Row) throws(SQLError) {
        id = try row["thread_id"]
        tag = try row["tag"]
        replyKey = try row["reply_key"]
        compartment = try row["compartment"]
        epoch = try row["epoch"]
        kind = try row["kind"]
        status = try row["status"]
        wake = try row["wake"]
        version = try row["version"]
        dueBatch = try row["due_batch"]
        reviewBatch = try row["review_batch"]
    }
}
