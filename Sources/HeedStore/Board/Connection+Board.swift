package import HeedSQL

/// What the supervisors' board is made from.
extension Connection {
    /// Keeps the counts of a period, unless somebody kept them first. Returns whether these are the ones that stay.
    package func freeze(_ row: FrozenCountRow) throws(SQLError) -> Bool {
        try execute(
            """
            INSERT INTO frozen_count (topic, period, compartment, epoch, batch, box)
            VALUES (\(row.topic), \(row.period), \(row.compartment), \(row.epoch), \(row.batch), \(row.box))
            ON CONFLICT (topic, period) DO NOTHING
            """) == 1
    }

    /// The counts of these statistics for periods that began on `day` or later.
    package func frozenCounts(of topics: [String], from day: String) throws(SQLError) -> [FrozenCountRow] {
        var counts: [FrozenCountRow] = []
        let rows = try fetch(
            """
            SELECT topic, period, compartment, epoch, batch, box FROM frozen_count
            WHERE topic IN \(in: topics) AND period >= \(day) ORDER BY topic, period
            """)
        for row in rows { counts.append(try FrozenCountRow(row)) }
        return counts
    }

    /// Which periods of these statistics are counted, from `day` on.
    package func countedPeriods(of topics: [String], from day: String) throws(SQLError) -> [CountedPeriod] {
        var counted: [CountedPeriod] = []
        let rows = try fetch(
            "SELECT topic, period FROM frozen_count WHERE topic IN \(in: topics) AND period >= \(day)")
        for row in rows { counted.append(CountedPeriod(topic: try row[0], period: try row[1])) }
        return counted
    }

    /// Reports of a kind by the batch in which they came, each with whether somebody decided on it.
    package func received(
        kind: String, in compartment: String, batches: ClosedRange<Int>
    ) throws(SQLError) -> [(thread: [UInt8], batch: Int, isDecided: Bool)] {
        let rows = try fetch(
            """
            SELECT item.thread_id, item.batch, item.status FROM item JOIN thread ON thread.thread_id = item.thread_id
            WHERE item.status IN ('received', 'opened', 'decided')
                AND item.batch BETWEEN \(batches.lowerBound) AND \(batches.upperBound)
                AND item.item = 0 AND thread.kind = \(kind) AND thread.compartment = \(compartment)
            """)
        var found: [(thread: [UInt8], batch: Int, isDecided: Bool)] = []
        for row in rows {
            let status: ItemRow.Status = try row[2]
            found.append((try row[0], try row[1], status == .decided))
        }
        return found
    }

    /// How many reports there are in these compartments, and how many of them are finished: no longer in the queue, each
    /// item decided, and a step there of the person who is named as having decided.
    package func balance(in compartments: [String]) throws(SQLError) -> (received: Int, decided: Int) {
        let received: Int? = try value("SELECT count(*) FROM thread WHERE compartment IN \(in: compartments)")
        let decided: Int? = try value(
            """
            SELECT count(*) FROM thread WHERE compartment IN \(in: compartments) AND status = 'closed'
                AND NOT \(Self.isUndecided)
            """)
        return (received ?? 0, decided ?? 0)
    }

    /// Reports that are neither in the queue nor finished.
    package func unaccounted(in compartments: [String], limit: Int) throws(SQLError) -> [[UInt8]] {
        let rows = try fetch(
            """
            SELECT thread_id FROM thread WHERE compartment IN \(in: compartments) AND status = 'closed'
                AND \(Self.isUndecided) ORDER BY thread_id LIMIT \(limit)
            """)
        var threads: [[UInt8]] = []
        for row in rows { threads.append(try row[0]) }
        return threads
    }

    /// Reports of a kind on which one of these steps was taken in these batches.
    package func threads(
        with verbs: [String], kind: String, in compartment: String, batches: ClosedRange<Int>
    ) throws(SQLError) -> [[UInt8]] {
        let rows = try fetch(
            """
            SELECT DISTINCT event.thread_id FROM event JOIN thread ON thread.thread_id = event.thread_id
            WHERE event.verb IN \(in: verbs)
                AND event.batch BETWEEN \(batches.lowerBound) AND \(batches.upperBound)
                AND thread.kind = \(kind) AND thread.compartment = \(compartment)
            """)
        var threads: [[UInt8]] = []
        for row in rows { threads.append(try row[0]) }
        return threads
    }

    /// Closed reports of a kind that nobody closed or decided to keep in `batch` or later, with their versions.
    package func closed(
        kind: String, in compartment: String, before batch: Int
    ) throws(SQLError) -> [(thread: [UInt8], version: Int)] {
        let rows = try fetch(
            """
            SELECT thread_id, version FROM thread
            WHERE compartment = \(compartment) AND status = 'closed' AND kind = \(kind) AND NOT EXISTS (
                SELECT 1 FROM event WHERE event.thread_id = thread.thread_id AND event.batch >= \(batch)
                    AND event.verb IN ('closed', 'retained'))
            """)
        var found: [(thread: [UInt8], version: Int)] = []
        for row in rows { found.append((try row[0], try row[1])) }
        return found
    }

    /// Steps of these verbs after which the report has no step `check`, the oldest first.
    package func unreviewed(
        _ verbs: [String], after check: String, in compartments: [String], limit: Int
    ) throws(SQLError) -> [ReviewRow] {
        let rows = try fetch(
            """
            SELECT event.thread_id, event.n, event.verb, event.person, event.cosigner_person, event.batch,
                thread.kind
            FROM event JOIN thread ON thread.thread_id = event.thread_id
            WHERE event.verb IN \(in: verbs) AND thread.compartment IN \(in: compartments) AND NOT EXISTS (
                SELECT 1 FROM event AS later WHERE later.thread_id = event.thread_id AND later.verb = \(check)
                    AND later.n > event.n)
            ORDER BY event.batch, event.thread_id, event.n LIMIT \(limit)
            """)
        var found: [ReviewRow] = []
        for row in rows {
            let cosigner: String? = try row[4]
            found.append(
                ReviewRow(
                    thread: try row[0], kind: try row[6], number: try row[1], verb: try row[2],
                    persons: Set([try row[3], cosigner].compactMap(\.self)), batch: try row[5]))
        }
        return found
    }

    private static var isUndecided: SQL {
        """
        EXISTS (
            SELECT 1 FROM item WHERE item.thread_id = thread.thread_id AND (item.status <> 'decided' OR NOT EXISTS (
                SELECT 1 FROM event WHERE event.thread_id = item.thread_id AND event.item = item.item
                    AND event.person = item.decided_person)))
        """
    }
}
