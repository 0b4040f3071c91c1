package import HeedSQL

/// What waits to be opened.
extension Connection {
    package func unopened() throws(SQLError) -> [WaitingRow] {
        var waiting: [WaitingRow] = []
        let rows = try fetch(
            """
            SELECT item.thread_id, item.item, thread.compartment, thread.kind, thread.wake
            FROM item JOIN thread ON thread.thread_id = item.thread_id WHERE item.status = 'received'
            """)
        for row in rows {
            waiting.append(
                WaitingRow(
                    key: .item(thread: try row[0], number: try row[1]), compartment: try row[2], kind: try row[3],
                    wake: try row[4]))
        }
        return waiting
    }

    /// Partners' answers that no step has read. None rings at once: its clock starts when it is seen.
    package func unreadAnswers() throws(SQLError) -> [WaitingRow] {
        var waiting: [WaitingRow] = []
        let rows = try fetch(
            """
            SELECT partner_answer.object_id, thread.compartment, thread.kind
            FROM partner_answer JOIN thread ON thread.thread_id = partner_answer.thread_id
            WHERE partner_answer.is_read = 0
            """)
        for row in rows {
            waiting.append(
                WaitingRow(key: .answer(try row[0]), compartment: try row[1], kind: try row[2], wake: false))
        }
        return waiting
    }
}
