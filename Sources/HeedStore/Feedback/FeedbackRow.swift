import HeedSQL

/// One entry of the feedback box as stored: an age file, and nothing in clear but the batch.
package struct FeedbackRow: Sendable, Equatable {
    package var id: [UInt8]
    package var batch: Int
    /// Of the compartment `feedback`.
    package var epoch: Int
    package var format: Int
    /// header ‖ payload.
    package var file: [UInt8]

    package init(id: [UInt8], batch: Int, epoch: Int, format: Int = 1, file: [UInt8]) {
        self.id = id
        self.batch = batch
        self.epoch = epoch
        self.format = format
        self.file = file
    }

    init(_ row: Row) throws(SQLError) {
        id = try row["feedback_id"]
        batch = try row["batch"]
        epoch = try row["epoch"]
        format = try row["format"]
        file = try row["file"]
    }
}
