package import HeedCore
package import HeedLedger
package import HeedSQL
import HeedStore

/// Moves the store's current batch on with the calendar. One process does this: the ledger.
/// Never back, whatever its clock does; a clock that stood still is caught up with at the next turn.
package struct BatchKeeper: Sendable {
    let database: Database
    let calendar: BatchCalendar
    let clock: Clock
    /// Marks of repeated sends forgotten in one transaction.
    static let slice = 256

    package init(database: Database, calendar: BatchCalendar, clock: Clock) {
        self.database = database
        self.calendar = calendar
        self.clock = clock
    }

    /// - Returns: the batch now open.
    @discardableResult
    package func advance() async throws -> Int {
        let due = calendar.batch(at: Int(clock.now().seconds))
        let (batch, moved) = try await database.write { db in
            let standing = try db.currentBatch()
            guard due > standing else { return (standing, false) }
            try db.setCurrentBatch(due)
            return (due, true)
        }
        if moved { try await forgetRepeats(before: batch) }
        return batch
    }

    /// Seconds until the open batch closes by this clock: when to turn next.
    package func secondsToClose() -> Seconds {
        let now = Int(clock.now().seconds)
        return Seconds(max(1, calendar.close(of: calendar.batch(at: now)) - now))
    }

    // In slices, so that no report waits behind it.
    private func forgetRepeats(before batch: Int) async throws {
        while try await database.write({ db in try db.forgetRepeats(before: batch, limit: Self.slice) }) == Self.slice {
            try Task.checkCancellation()
        }
    }
}
