package import HeedSQL

/// The feedback box. The public process inserts and counts; only the desk reads and deletes.
extension Connection {
    /// How many entries nobody has read.
    package func unreadFeedback() throws(SQLError) -> Int { try value("SELECT count(feedback_id) FROM feedback") ?? 0 }

    package func holdsFeedback(_ id: [UInt8]) throws(SQLError) -> Bool {
        try first("SELECT feedback_id FROM feedback WHERE feedback_id = \(id)") != nil
    }

    package func insert(_ feedback: FeedbackRow) throws(SQLError) {
        try execute(
            """
            INSERT INTO feedback (feedback_id, batch, epoch, format, file) VALUES (
                \(feedback.id), \(feedback.batch), \(feedback.epoch), \(feedback.format), \(feedback.file))
            """)
    }

    /// The oldest batches first; within one, in the order of random ids.
    package func feedback(limit: Int) throws(SQLError) -> [FeedbackRow] {
        var entries: [FeedbackRow] = []
        let rows = try fetch(
            """
            SELECT feedback_id, batch, epoch, format, file FROM feedback ORDER BY batch, feedback_id LIMIT \(limit)
            """)
        for row in rows { entries.append(try FeedbackRow(row)) }
        return entries
    }

    /// Returns whether it was there.
    package func deleteFeedback(_ id: [UInt8]) throws(SQLError) -> Bool {
        try execute("DELETE FROM feedback WHERE feedback_id = \(id)") == 1
    }
}
