import HeedCore
import HeedLedger
import HeedSQL
import HeedStore

/// Closed concerns about a person whose retention has to be decided on, for the team that may open them. The longest due first.
///
/// Which could be due is seen from the batches of their steps; when it is due hangs on what is sealed, so each is opened.
struct RetentionList {
    let desk: Desk
    let officer: UnlockedOfficer

    func read(now: Instant) async throws -> [BoardSheet.Retention] {
        let rule = desk.settings.retention
        guard officer.queues.contains(ReportKind.prevent.compartment.rawValue) else { return [] }
        let days = min(rule.childDays, rule.otherDays, rule.againDays)
        let before = desk.calendar.batch(at: Int((now + -Seconds(days) * 86_400).seconds)) + 1
        let threads = try await desk.database.read { db in
            try db.closed(kind: ReportKind.prevent.rawValue, before: before)
        }
        var found: [BoardSheet.Retention] = []
        for bytes in threads {
            guard let thread = RecordID(bytes: bytes), let file = try? await desk.load(thread, as: officer) else {
                continue
            }
            guard let due = rule.due(file.facts, file.steps.map(\.step)), due <= now else { continue }
            found.append(
                BoardSheet.Retention(
                    thread: thread, gist: file.gist.text, due: due, isProposed: file.facts.disposalBy != nil))
        }
        return found.sorted { $0.due < $1.due }
    }
}
