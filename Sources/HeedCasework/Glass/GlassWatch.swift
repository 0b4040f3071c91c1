package import HeedCore
import HeedKeyring
import HeedSQL
import HeedStore
import Synchronization

/// Every break-glass that runs, or is over and not reviewed, on reports that an officer's keys open.
/// What every page says of it: to whoever broke it, until when; to whoever holds the report, that it happened.
package struct GlassWatch: Sendable {
    private let desk: Desk

    package init(_ desk: Desk) { self.desk = desk }

    /// One of them.
    package struct Entry: Sendable {
        package let thread: RecordID
        package let glass: Glass
        package let runs: Bool
        /// Whether whoever asks broke it; held the report when it was broken; may review it now.
        package let isMine: Bool
        package let isOnMine: Bool
        package let isToReview: Bool
    }

    /// Who records a view of one: supervisors, and in a team that has none, its members.
    package static let reviewing = WorkflowTable.roles(taking: .glassReviewed)

    /// Soonest to end first. Looking keeps no session open and is no look at a report.
    package func entries(session: String) async throws -> [Entry] {
        try await desk.asOfficer(session, touch: false) { officer, _ in
            guard officer.officer.role.areas.contains(.glass) else { return [] }
            let (desk, now, person) = (desk, desk.clock.now(), officer.officer.person)
            let found = try await desk.database.read { db in try db.unreviewedGlasses(in: officer.queues) }
            var entries: [Entry] = []
            for (id, version) in found {
                guard let thread = RecordID(bytes: id) else { continue }
                for glass in await glasses(of: thread, version, officer) where !glass.isReviewed {
                    entries.append(
                        Entry(
                            thread: thread, glass: glass, runs: glass.runs(at: now), isMine: glass.person == person,
                            isOnMine: glass.owner == person,
                            isToReview: Self.reviewing.contains(officer.officer.role)
                                && glass.waitsForReview(by: person, at: now)))
                }
            }
            return entries.sorted { $0.glass.ends < $1.glass.ends }
        }
    }

    /// From memory while the thread has not moved. A report that does not open says nothing here: its own page does.
    private func glasses(of thread: RecordID, _ version: Int, _ officer: UnlockedOfficer) async -> [Glass] {
        if let known = desk.glasses.of(thread, version: version) { return known }
        guard let file = try? await desk.load(thread, as: officer) else { return [] }
        desk.glasses.keep(file.facts.glasses, of: thread, version: file.rows.thread.version)
        return file.facts.glasses
    }
}

/// Who broke the glass on which report, as last read: people and times, no word of a report. In memory.
final class GlassMemory: Sendable {
    private let known = Mutex<[RecordID: (version: Int, glasses: [Glass])]>([:])
    private static let most = 1_000

    func of(_ thread: RecordID, version: Int) -> [Glass]? {
        known.withLock { known in known[thread].flatMap { $0.version == version ? $0.glasses : nil } }
    }

    func keep(_ glasses: [Glass], of thread: RecordID, version: Int) {
        known.withLock { known in
            if known.count >= Self.most { known.removeAll() }
            known[thread] = (version, glasses)
        }
    }
}
