import HeedCore
import HeedKeyring
import HeedLedger
import HeedSQL
import HeedStore

/// Shows the supervisors' board, after counting closed weeks that nobody has counted.
///
/// The first unlocked session that looks once a week is over counts it, for the kinds whose keys it holds. What it counts
/// is the same whoever looks and whenever: see `WeekCount`. What is kept is never counted again.
package struct ReadBoard: Sendable {
    private let desk: Desk
    /// How many weeks the board shows: a quarter of a year. Older ones are counted too, and kept.
    package static let weeks = 13
    private let patience: Duration

    /// - Parameter patience: counting goes on at the next look once it has taken this long.
    package init(_ desk: Desk, patience: Duration = .seconds(10)) {
        self.desk = desk
        self.patience = patience
    }

    package func perform(session: String) async throws -> BoardSheet {
        try await desk.asOfficer(session) { officer, _ in
            guard officer.officer.role.areas.contains(.board) else {
                try await desk.record(.accessRefused, by: officer.officer.username, detail: "board")
                throw Refusal.notFound
            }
            let now = desk.clock.now()
            try await desk.record(.boardViewed, by: officer.officer.username)
            let queue = try await Extracts(desk: desk, officer: officer).queue()
            let all = ClosedWeek.all(since: CalendarDay(Instant(seconds: Int64(desk.calendar.t0))), now: now)
            let weeks = Array(all.suffix(Self.weeks))
            let kinds = ReportKind.allCases.filter { officer.queues.contains($0.compartment.rawValue) }
            let waiting = try await CountWeeks(desk: desk, officer: officer, kinds: kinds, patience: patience)
                .perform(shown: weeks, older: all.dropLast(weeks.count), queue)
            let cards = queue.cards.map(\.head)
            return BoardSheet(
                now: now,
                work: BoardWork(
                    of: cards, unread: queue.uncarded.count + queue.lost.count,
                    for: officer.officer, by: desk.settings.clocks, at: now),
                balance: try await balance(officer), kinds: try await tables(weeks, kinds, officer, waiting),
                years: try await ReadYears(desk: desk, officer: officer).perform(kinds, now: now),
                reviews: try await ReviewList(desk: desk, officer: officer).read(),
                retention: try await RetentionList(desk: desk, officer: officer).read(now: now),
                setAside: cards.count { $0.isOpen && $0.isSetAside && !$0.cues.isUrgent })
        }
    }

    private func tables(
        _ weeks: [ClosedWeek], _ kinds: [ReportKind], _ officer: UnlockedOfficer, _ waiting: [ReportKind: [ClosedWeek]]
    ) async throws -> [BoardSheet.Kind] {
        let rows = Dictionary(grouping: try await rows(weeks, kinds), by: \.topic)
        return kinds.map { kind in
            let topic = BoardTopic.reports(kind)
            let kept = Dictionary((rows[topic.name] ?? []).map { ($0.period, $0) }) { first, _ in first }
            var frozen: [BoardTable.Frozen] = []
            var counted: [ClosedWeek: CalendarDay] = [:]
            var unreadable: [ClosedWeek] = []
            for week in weeks {
                guard let row = kept[week.monday.iso] else { continue }
                guard let counts = officer.counts(in: row, of: topic) else {
                    unreadable.append(week)
                    continue
                }
                frozen.append(
                    BoardTable.Frozen(
                        week, counts: Dictionary(uniqueKeysWithValues: zip(topic.layout.parts, counts))))
                counted[week] = CalendarDay(
                    Instant(seconds: Int64(desk.calendar.openingDate(of: row.batch).unixSeconds)))
            }
            return BoardSheet.Kind(
                kind: kind, table: BoardTable(topic.layout, weeks: frozen), counted: counted,
                waiting: waiting[kind] ?? [], unreadable: unreadable)
        }
    }

    private func rows(_ weeks: [ClosedWeek], _ kinds: [ReportKind]) async throws -> [FrozenCountRow] {
        guard let first = weeks.first else { return [] }
        let topics = kinds.map { BoardTopic.reports($0).name }
        return try await desk.database.read { db in try db.frozenCounts(of: topics, from: first.monday.iso) }
    }

    /// Looks again where it does not hold: what came between two looks is no fault.
    private func balance(_ officer: UnlockedOfficer) async throws -> BoardSheet.Balance {
        let compartments = officer.queues
        var found: BoardSheet.Balance
        var looks = 0
        repeat {
            let queue = try await Extracts(desk: desk, officer: officer).queue()
            let open = queue.cards.count { $0.head.isOpen } + queue.uncarded.count + queue.lost.count
            found = try await desk.database.read { db in
                let counts = try db.balance(in: compartments)
                return BoardSheet.Balance(
                    received: counts.received, open: open, decided: counts.decided,
                    missing: try db.unaccounted(in: compartments, limit: 20).compactMap { RecordID(bytes: $0) })
            }
            looks += 1
        } while !found.holds && looks < 3
        return found
    }
}
