import HeedCasework
import HeedCore
import HeedIntake
import HeedKeyring
import HeedLedger
import HeedSQL
import HeedStore
import HeedVault
import Logging

/// Puts the parts of an installation together. The only place that knows them all.
struct Wiring: Sendable {
    let installation: Installation
    let role: ServiceRole
    let database: Database
    let manifest: Manifest
    let audit: AuditWriter
    let logger: Logger

    /// Opens the store, proves it durable and up to date, and trusts the manifest.
    init(_ installation: Installation, role: ServiceRole, logger: Logger) async throws {
        self.installation = installation
        self.role = role
        self.logger = logger
        database = try installation.database(for: role)
        // A role without the right to alter tables finds nothing to do.
        try await Migrations().check(database)
        let manifest = try Manifest.verified(
            DataFolder.read(installation.folder.manifest), origin: installation.parameters.origin,
            roots: installation.roots)
        _ = try ManifestPinFile(path: installation.folder.manifestPin(of: role)).accept(manifest)
        self.manifest = manifest
        guard let recipient = manifest.current(Compartment.audit.rawValue)?.recipient else {
            throw StartRefusal.other("the manifest names no audit key", remedy: "sign a manifest that does")
        }
        let recovery = manifest.recovery.recipient
        audit = AuditWriter(role: role.rawValue) { key in try AgeSealer.seal(key, to: [recipient, recovery]) }
    }

    /// What the public site and the call-taker's form receive reports with.
    func intake() throws -> Intake {
        let folder = installation.folder
        let (keys, _) = try IntakeKeys.load(
            manifest: DataFolder.read(folder.manifest), origin: installation.parameters.origin,
            roots: installation.roots, pin: ManifestPinFile(path: folder.manifestPin(of: role)),
            receiptSeed: SigningSeed(DataFolder.read(folder.receiptSeed)), batch: installation.batch)
        let settings = installation.settings
        let isHere = (settings.databases[role] ?? "").isEmpty
        return Intake(
            database: database, commits: GroupCommit(database: database, capacity: settings.queueLimit), audit: audit,
            keys: keys, calendar: installation.calendar, clock: installation.clock,
            settings: IntakeSettings(
                diskReserve: Int64(settings.diskReserveMiB) << 20, failuresPerMinute: settings.codeFailures,
                longestLookupWait: Int64(settings.codeWaitSeconds), dataDirectory: isHere ? folder.path : nil),
            logger: logger)
    }

    /// What officers work with.
    /// - Parameter notices: which languages what is said to the public has to be in.
    func desk(notices: NoticeRules = NoticeRules()) -> Desk {
        let settings = installation.settings
        return Desk(
            database: database, trust: Trust(manifest: manifest),
            sessions: SessionVault(
                limits: SessionLimits(idle: settings.idleMinutes * 60, absolute: settings.sessionHours * 3_600)),
            audit: audit, calendar: installation.calendar, clock: installation.clock,
            settings: DeskSettings(
                logN: settings.scryptLogN, notices: notices, threatDays: settings.threatDays,
                options: settings.givesPublisherNotices ? [.publisherNotices] : [], retention: settings.retention,
                clocks: settings.times.clocks, messages: settings.times.messages,
                glassLasts: settings.times.glassLasts, looksADay: settings.looksADay),
            gate: ScryptGate())
    }
}
