package import HeedCore
package import HeedLedger
package import HeedSQL
package import HeedStore
import HeedVault
package import Logging

/// What the public's actions work with: the public site and the call-taker's form share one.
/// Holds public keys, the receipt key and the store; nothing in it opens a report.
package struct Intake: Sendable {
    let database: Database
    let commits: GroupCommit
    let audit: AuditWriter
    let keys: IntakeKeys
    let calendar: BatchCalendar
    let clock: Clock
    let settings: IntakeSettings
    let logger: Logger
    let patience: LookupPatience

    package init(
        database: Database, commits: GroupCommit, audit: AuditWriter, keys: IntakeKeys, calendar: BatchCalendar,
        clock: Clock, settings: IntakeSettings, logger: Logger
    ) {
        self.database = database
        self.commits = commits
        self.audit = audit
        self.keys = keys
        self.calendar = calendar
        self.clock = clock
        self.settings = settings
        self.logger = logger
        patience = LookupPatience(
            clock: clock, failuresPerMinute: settings.failuresPerMinute, longest: settings.longestLookupWait)
    }
}
