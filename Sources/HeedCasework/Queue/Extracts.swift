import HeedCore
import HeedSQL
import HeedStore

/// Writes cards for reports that have none of their present version, a slice in each request, while the keys are here.
struct Extracts {
    let desk: Desk
    let officer: UnlockedOfficer
    /// Opening a report costs about half a millisecond; a slice stays far below what anybody notices.
    static let slice = 64
    static let patience: Duration = .milliseconds(150)

    /// - Returns: how many cards were written.
    func write(_ uncarded: [UncardedThread]) async throws -> Int {
        let missing = uncarded.prefix(Self.slice)
        var rows: [ExtractRow] = []
        for thread in missing {
            // A report that does not open stays at the head of the list without a card, where somebody sees it.
            guard let id = RecordID(bytes: thread.thread), let file = try? await desk.load(id, as: officer) else {
                continue
            }
            rows.append(
                try CardMaker.row(
                    CardMaker.card(of: file), of: file, version: file.rows.thread.version, officer: officer))
        }
        guard !rows.isEmpty else { return 0 }
        let written = rows
        try await desk.database.write { db in
            for row in written { try db.upsert(row) }
        }
        return written.count
    }

    /// The rows of the queue, after missing cards were written: one slice, and more for as long as nobody waits noticeably.
    func queue() async throws -> QueueRows {
        let queues = officer.queues
        let start = ContinuousClock.now
        var rows = try await desk.database.read { db in try db.queue(in: queues) }
        repeat {
            guard try await write(rows.uncarded) > 0 else { return rows }
            rows = try await desk.database.read { db in try db.queue(in: queues) }
        } while !rows.uncarded.isEmpty && ContinuousClock.now - start < Self.patience
        return rows
    }
}
