package import HeedSQL

/// Typed text that was not sent.
extension Connection {
    /// Stores a draft in the place of an earlier one for the same form.
    package func replace(_ draft: DraftRow) throws(SQLError) {
        try deleteDraft(of: draft.username, thread: draft.thread, form: draft.form)
        try execute(
            """
            INSERT INTO draft (draft_id, username, thread_id, form, file, batch)
            VALUES (\(draft.id), \(draft.username), \(draft.thread), \(draft.form), \(draft.file), \(draft.batch))
            """)
    }

    package func drafts(of username: String) throws(SQLError) -> [DraftRow] {
        var drafts: [DraftRow] = []
        let rows = try fetch(
            """
            SELECT draft_id, username, thread_id, form, file, batch FROM draft
            WHERE username = \(username) ORDER BY draft_id
            """)
        for row in rows {
            drafts.append(
                DraftRow(
                    id: try row[0], username: try row[1], thread: try row[2], form: try row[3], file: try row[4],
                    batch: try row[5]))
        }
        return drafts
    }

    /// Returns whether there was one.
    @discardableResult
    package func deleteDraft(of username: String, thread: [UInt8]?, form: String) throws(SQLError) -> Bool {
        let place: SQL = if let thread { "thread_id = \(thread)" } else { "thread_id IS NULL" }
        return try execute("DELETE FROM draft WHERE username = \(username) AND form = \(form) AND \(place)") > 0
    }

    /// Erases drafts written before `batch`.
    @discardableResult
    package func deleteDrafts(before batch: Int) throws(SQLError) -> Int {
        try execute("DELETE FROM draft WHERE batch < \(batch)")
    }
}
