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

    /// The queue, after missing cards were written: one slice, and more for as long as nobody waits noticeably.
    func queue() async throws -> OpenedQueue {
        let start = ContinuousClock.now
        var queue = try await look()
        repeat {
            guard try await write(queue.uncarded) > 0 else { return queue }
            queue = try await look()
        } while !queue.uncarded.isEmpty && ContinuousClock.now - start < Self.patience
        return queue
    }

    /// Cards of these threads as they are now, with their words, by thread; without those that do not open.
    func cards(of threads: [[UInt8]]) async throws -> [[UInt8]: Card] {
        let rows = try await desk.database.read { db in try db.cards(of: threads) }
        return rows.reduce(into: [:]) { cards, row in cards[row.thread] = officer.card(in: row) }
    }

    /// Reads which threads are in the queue, and the cards that this session has not opened in their present version.
    private func look() async throws -> OpenedQueue {
        let (queues, opened) = (officer.queues, officer.opened)
        let (threads, rows) = try await desk.database.read { db in
            let threads = try db.queued(in: queues)
            return (threads, try db.cards(of: opened.missing(of: threads)))
        }
        return opened.queue(of: threads, opening: rows) { officer.cardBytes(in: $0).flatMap(CardCodec.head) }
    }
}

extension Desk {
    /// Goes through the cards of all reports, finished ones too, a slice at a time.
    func cards(in compartments: [String], each use: (ExtractRow) throws -> Void) async throws {
        let slice = 2_000
        var after: [UInt8] = []
        while true {
            let start = after
            let rows = try await database.read { db in try db.cards(in: compartments, after: start, limit: slice) }
            for row in rows { try use(row) }
            guard rows.count == slice, let last = rows.last else { return }
            after = last.thread
        }
    }
}
