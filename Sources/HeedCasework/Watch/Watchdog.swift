import HeedCore
package import HeedSQL
import HeedStore
import Metrics
import Synchronization

/// Counts reports that nobody opened and when they ring, with nobody signed in and no key in memory.
///
/// The store knows days only, so the clocks of minutes run here, from when this process first saw a row. After a restart
/// nobody knows how long a row has waited: every one is due now.
package final class Watchdog: Sendable {
    private struct Key: Hashable {
        let thread: [UInt8]
        let item: Int
    }

    private struct State {
        var isFirstLook = true
        /// Seconds of the monotonic clock; nil for what was there before this process.
        var seen: [Key: Int?] = [:]
    }

    private let database: Database
    private let board: AlarmBoard
    private let now: @Sendable () -> Int
    private let state = Mutex(State())

    /// - Parameter now: seconds of a clock that never steps back.
    package init(database: Database, board: AlarmBoard, now: @escaping @Sendable () -> Int) {
        self.database = database
        self.board = board
        self.now = now
    }

    /// With the system's continuous clock.
    package convenience init(database: Database, board: AlarmBoard) {
        let start = ContinuousClock.now
        self.init(database: database, board: board) { Int((ContinuousClock.now - start).components.seconds) }
    }

    /// Looks once and shows what it found.
    package func look() async throws {
        let rows = try await database.read { db in try db.unopened() }
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

    private func count(_ rows: [UnopenedRow]) -> [Compartment: AlarmBoard.Counts] {
        let now = now()
        return state.withLock { state in
            let first: Int? = state.isFirstLook ? nil : now
            state.isFirstLook = false
            var seen: [Key: Int?] = [:]
            var counts: [Compartment: AlarmBoard.Counts] = [:]
            for row in rows {
                let key = Key(thread: row.thread, item: row.item)
                let since = state.seen[key] ?? first
                seen[key] = .some(since)
                let left = Self.left(since: since, row, now: now)
                guard let compartment = Compartment(rawValue: row.compartment) else { continue }
                counts[compartment, default: AlarmBoard.Counts()].add(
                    AlarmBoard.Counts(needsEyes: row.wake || left <= 0 ? 1 : 0, unopened: 1, left: left))
            }
            state.seen = seen
            return counts
        }
    }

    private static func left(since: Int?, _ row: UnopenedRow, now: Int) -> Seconds {
        guard let since, let kind = ReportKind(rawValue: row.kind),
            let rule = kind.clocks.first(where: { $0.name == .look })
        else { return 0 }
        return (row.wake ? rule.urgentLimit : rule.limit).earliestDue(from: Instant(seconds: Int64(since)))
            - Instant(seconds: Int64(now))
    }
}
