import HeedCore
import HeedLedger
import HeedSQL
import HeedStore

/// Counts closed weeks that nobody has counted: those that the board shows first, then older ones, the latest first, back to
/// the first week of the ledger. A look does some of it, and the next goes on.
struct CountWeeks {
    let desk: Desk
    let officer: UnlockedOfficer
    let kinds: [ReportKind]
    /// Counting goes on at the next look once it has taken this long.
    let patience: Duration
    /// The most weeks, of a kind each, before those that the board shows, that one look counts.
    static let most = 60

    /// - Parameters:
    ///   - shown: the weeks of the board, oldest first.
    ///   - older: those before them, oldest first.
    /// - Returns: weeks that still wait, by kind, oldest first.
    func perform(
        shown: [ClosedWeek], older: [ClosedWeek], _ queue: OpenedQueue
    ) async throws -> [ReportKind: [ClosedWeek]] {
        let begun = ContinuousClock.now
        var missing = try await missing(older + shown)
        // What was added to it since may have made it urgent: then it is opened.
        let unopened = queue.cards.lazy.filter { $0.head.state == .received && $0.head.unopenedItems == 0 }
            .map { ($0.thread, $0.head) }
        let counting = WeekCount(
            desk: desk, officer: officer, unopened: Dictionary(unopened) { first, _ in first })
        var (left, stopped): (Int, Set<ReportKind>) = (Self.most, [])
        for week in shown + older.reversed() {
            let isOlder = shown.first.map { week < $0 } ?? true
            for kind in kinds where missing[kind]?.contains(week) ?? false && !stopped.contains(kind) {
                guard ContinuousClock.now - begun < patience, !isOlder || left > 0 else { return missing }
                if isOlder { left -= 1 }
                guard let counts = try await counting.counts(of: kind, in: week) else {
                    // Whoever lacks a key of this week lacks it of those before: somebody else counts them.
                    if isOlder { stopped.insert(kind) }
                    continue
                }
                try await desk.freeze(counts, of: .reports(kind), period: week.monday, by: officer)
                missing[kind]?.removeAll { $0 == week }
            }
        }
        return missing
    }

    private func missing(_ weeks: [ClosedWeek]) async throws -> [ReportKind: [ClosedWeek]] {
        guard let first = weeks.first else { return [:] }
        let topics = kinds.map { BoardTopic.reports($0).name }
        let counted = Set(
            try await desk.database.read { db in try db.countedPeriods(of: topics, from: first.monday.iso) })
        return Dictionary(
            uniqueKeysWithValues: kinds.map { kind in
                let topic = BoardTopic.reports(kind).name
                return (kind, weeks.filter { !counted.contains(CountedPeriod(topic: topic, period: $0.monday.iso)) })
            })
    }
}
