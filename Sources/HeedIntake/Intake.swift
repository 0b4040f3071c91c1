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
    /// The feedback box's own way in: a few at a time, each group a small transaction beside those of reports.
    let feedbackCommits: GroupCommit

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
        feedbackCommits = GroupCommit(database: database, groupLimit: 8, capacity: 8)
        patience = LookupPatience(
            clock: clock, failuresPerMinute: settings.failuresPerMinute, longest: settings.longestLookupWait)
    }
}
