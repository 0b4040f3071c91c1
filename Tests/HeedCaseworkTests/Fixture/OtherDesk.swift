import HeedCasework
import HeedCore
import HeedKeyring
import HeedStore
import HeedTestKit

/// A second desk process on the same store: no session, nothing remembered.
enum OtherDesk {
    static func make(_ station: Station) async throws -> Desk {
        let time = station.time
        return Desk(
            database: station.database, trust: Trust(manifest: Force.made.manifest),
            sessions: SessionVault { Int(time.seconds) }, audit: station.desk.audit, calendar: Force.calendar,
            clock: station.desk.clock, settings: DeskSettings(logN: Force.logN), gate: ScryptGate())
    }
}
