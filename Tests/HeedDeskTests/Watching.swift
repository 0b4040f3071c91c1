import HeedCasework
import HeedTestKit

/// One look of the watchdog, as the service takes every few seconds.
enum Watching {
    static func look(_ premises: Premises) async throws {
        try await Watchdog(
            database: premises.database, board: premises.desk.alarms, clock: premises.desk.clock
        ) { Int(premises.time.seconds) }.look()
    }
}
