import HeedCore
import HeedLedger
import HeedSQL
import HeedStore

/// Counts the yearly statistics of one kind of report, from what was recorded with its signed steps.
struct YearCount {
    let desk: Desk
    let officer: UnlockedOfficer

    /// By topic, in the order of its layout's parts.
    /// - Returns: nil where this officer cannot open one of the reports: what is not whole is not kept.
    func counts(of kind: ReportKind, in year: ClosedYear) async throws -> [BoardTopic: [Int]]? {
        let calendar = desk.calendar
        let first = max(0, calendar.batch(at: Int(year.start.seconds)) - WeekCount.lag)
        let last = calendar.batch(at: Int(year.end.seconds))
        let verbs = kind == .activity ? [Verb.decided, .confirmed] : [.held]
        let threads = try await desk.database.read { db in
            try db.threads(
                with: verbs.map(\.rawValue), kind: kind.rawValue, in: kind.compartment.rawValue, batches: first...last)
        }
        var sums: [BoardTopic: [String: Int]] = [:]
        for bytes in threads {
            guard let thread = RecordID(bytes: bytes), let file = try? await desk.load(thread, as: officer) else {
                return nil
            }
            let tally = YearTally(kind, file.steps.map(\.step), from: year.start, until: year.end)
            for (topic, counts) in tally.counts { sums[topic, default: [:]].merge(counts, uniquingKeysWith: +) }
        }
        let topics = BoardTopic.yearly.filter { $0.kind == kind }
        return Dictionary(
            uniqueKeysWithValues: topics.map { topic in
                (topic, topic.layout.parts.map { sums[topic]?[$0] ?? 0 })
            })
    }
}
