import HeedCore
import HeedLedger
import HeedSQL
import HeedStore

/// Closed concerns about a person whose retention has to be decided on, for the team that may open them. The longest due first.
///
/// Which could be due is seen from the batches of their steps; when it is due hangs on what is sealed, so each is opened, once
/// in a session for as long as it does not change.
struct RetentionList {
    let desk: Desk
    let officer: UnlockedOfficer

    struct Entry {
        let thread: RecordID
        let due: Instant
        let proposer: String?
    }

    /// For the board: all of them, with the officer's line.
    func read(now: Instant) async throws -> [BoardSheet.Retention] {
        var found: [BoardSheet.Retention] = []
        officer.dues.forgetCount()
        for entry in try await due(now: now, opening: .max) {
            guard let file = try? await desk.load(entry.thread, as: officer) else { continue }
            found.append(
                BoardSheet.Retention(
                    thread: entry.thread, gist: file.gist.text, due: entry.due, isProposed: entry.proposer != nil))
        }
        return found
    }

    /// - Parameter most: how many that were not opened before may be opened now; the rest waits for the next look.
    func due(now: Instant, opening most: Int) async throws -> [Entry] {
        let (kind, rule) = (ReportKind.prevent, desk.settings.retention)
        guard officer.queues.contains(kind.compartment.rawValue) else { return [] }
        let days = min(rule.childDays, rule.otherDays, rule.againDays)
        let before = desk.calendar.batch(at: Int((now + -Seconds(days) * 86_400).seconds)) + 1
        let closed = try await desk.database.read { db in
            try db.closed(kind: kind.rawValue, in: kind.compartment.rawValue, before: before)
        }
        var (found, left): ([Entry], Int) = ([], most)
        for (bytes, version) in closed {
            guard let thread = RecordID(bytes: bytes) else { continue }
            var known = officer.dues.due(of: bytes, version: version)
            if known == nil, left > 0 {
                left -= 1
                known = await open(thread, version)
                if let known { officer.dues.keep(known, of: bytes) }
            }
            guard let known, let due = known.due, due <= now else { continue }
            found.append(Entry(thread: thread, due: due, proposer: known.proposer))
        }
        return found.sorted { $0.due < $1.due }
    }

    /// One that does not open says nothing here: its own page does.
    /// - Returns: nil where the store did not answer: asked again at the next look.
    private func open(_ thread: RecordID, _ version: Int) async -> OpenedDues.Due? {
        let file: CaseFile
        do { file = try await desk.load(thread, as: officer) } catch {
            return error is Refusal ? OpenedDues.Due(version: version, due: nil, proposer: nil) : nil
        }
        return OpenedDues.Due(
            version: file.rows.thread.version,
            due: desk.settings.retention.due(file.facts, file.steps.map(\.step)), proposer: file.facts.disposalBy)
    }
}
