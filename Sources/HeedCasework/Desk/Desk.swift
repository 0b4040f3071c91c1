package import HeedCore
package import HeedKeyring
package import HeedLedger
package import HeedSQL
package import HeedStore

/// All that the desk's actions need: the store, the public keys, the sessions, the audit and the time.
/// Holds no key that opens anything: those live in sessions, and in a request while it works.
package struct Desk: Sendable {
    package let database: Database
    package let trust: Trust
    package let sessions: SessionVault
    package let audit: AuditWriter
    package let calendar: BatchCalendar
    package let clock: Clock
    package let settings: DeskSettings
    /// What each officer has read since the process started: a signer reads what is new before signing.
    package let readings: Readings
    package let alarms: AlarmBoard
    /// What the pager does; it writes there, the desk's page of duty reads.
    package let duty: DutyBoard
    /// Counts unopened reports; the program runs it.
    package let watchdog: Watchdog
    let gate: ScryptGate
    let unlock: OfficerUnlock
    let prepared: PreparedSteps
    let cursors: QueueCursors
    let backOff: BackOff
    let glasses: GlassMemory

    /// - Parameters:
    ///   - trust: holds a verified manifest that the pin accepted.
    ///   - gate: the one gate of this process, so that sign-ins together cannot take the machine.
    package init(
        database: Database, trust: Trust, sessions: SessionVault, audit: AuditWriter, calendar: BatchCalendar,
        clock: Clock, settings: DeskSettings = DeskSettings(), gate: ScryptGate
    ) {
        self.database = database
        self.trust = trust
        self.sessions = sessions
        self.audit = audit
        self.calendar = calendar
        self.clock = clock
        self.settings = settings
        readings = Readings()
        alarms = AlarmBoard()
        duty = DutyBoard()
        watchdog = Watchdog(database: database, board: alarms, clocks: settings.clocks, clock: clock)
        self.gate = gate
        unlock = OfficerUnlock(gate: gate, logN: settings.logN)
        prepared = PreparedSteps()
        cursors = QueueCursors()
        backOff = BackOff()
        glasses = GlassMemory()
    }
}
