package import HeedCore
package import HeedSQL
import HeedStore
import Metrics
import Synchronization

/// Counts what came in and nobody opened, and when it rings, with nobody signed in and no key in memory: reports, what was
/// added to them, partners' answers.
///
/// The store knows days only, so the clocks of minutes run here, from when this process first saw a row. After a restart
/// nobody knows how long a row has waited: every one is due now.
package final class Watchdog: Sendable {
    private struct State {
        var isFirstLook = true
        /// nil for what was there before this process.
        var seen: [WaitingRow.Key: Sighting?] = [:]
    }

    /// When a row was first seen: by a clock that never steps back, and by the one that knows days.
    private struct Sighting {
        let ticks: Int
        let time: Instant
    }

    private let database: Database
    private let board: AlarmBoard
    private let clocks: ForceClocks
    private let clock: Clock
    private let ticks: @Sendable () -> Int
    private let state = Mutex(State())

    /// - Parameter ticks: seconds of a clock that never steps back.
    package init(
        database: Database, board: AlarmBoard, clocks: ForceClocks = .declared, clock: Clock,
        ticks: @escaping @Sendable () -> Int
    ) {
        self.database = database
        self.board = board
        self.clocks = clocks
        self.clock = clock
        self.ticks = ticks
    }

    /// With the system's continuous clock.
    package convenience init(database: Database, board: AlarmBoard, clocks: ForceClocks, clock: Clock) {
        let start = ContinuousClock.now
        self.init(database: database, board: board, clocks: clocks, clock: clock) {
            Int((ContinuousClock.now - start).components.seconds)
        }
    }

    /// Looks once and shows what it found.
    package func look() async throws {
        let rows = try await database.read { db in try db.unopened() + db.unreadAnswers() }
        board.show(count(rows))
        let counts = board.all
        Gauge(label: "heed_unopened").record(counts.unopened)
        Gauge(label: "heed_unopened_needs_eyes").record(counts.needsEyes)
        Gauge(label: "heed_unopened_seconds_left").record(counts.left ?? 0)
    }

    /// Looks every few seconds until the task is cancelled. A look that fails leaves the board as it was.
    package func run(every interval: Duration = .seconds(3)) async {
        while !Task.isCancelled {
            do { try await look() } catch { Counter(label: "heed_watchdog_failures").increment() }
            try? await Task.sleep(for: interval)
        }
    }

    private func count(_ rows: [WaitingRow]) -> [Compartment: AlarmBoard.Counts] {
        let now = Sighting(ticks: ticks(), time: clock.now())
        return state.withLock { state in
            let first: Sighting? = state.isFirstLook ? nil : now
            state.isFirstLook = false
            var seen: [WaitingRow.Key: Sighting?] = [:]
            var counts: [Compartment: AlarmBoard.Counts] = [:]
            for row in rows {
                let since = state.seen[row.key] ?? first
                seen[row.key] = .some(since)
                let left = left(of: row, since: since, now: now)
                guard let compartment = Compartment(rawValue: row.compartment) else { continue }
                counts[compartment, default: AlarmBoard.Counts()].add(
                    AlarmBoard.Counts(needsEyes: row.wake || left <= 0 ? 1 : 0, unopened: 1, left: left))
            }
            state.seen = seen
            return counts
        }
    }

    private func left(of row: WaitingRow, since: Sighting?, now: Sighting) -> Seconds {
        guard let since, let kind = ReportKind(rawValue: row.kind), let limit = limit(of: row, kind) else { return 0 }
        return limit.earliestDue(from: since.time) - since.time - Seconds(now.ticks - since.ticks)
    }

    /// Whether a case is urgent to which a partner answered is sealed: with nobody signed in, it is taken to be.
    private func limit(of row: WaitingRow, _ kind: ReportKind) -> TimeLimit? {
        switch row.key {
        case .item(_, let number):
            clocks.rule(number == 0 ? .look : .read, for: kind).map { row.wake ? $0.urgentLimit : $0.limit }
        case .answer: clocks.rule(.partnerAnswer, for: kind)?.urgentLimit
        }
    }
}
