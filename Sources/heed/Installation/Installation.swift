import Foundation
import HeedCore
import HeedLedger
import HeedSQL
import HeedStore
import HeedVault

/// An installation as a process finds it: its settings, ledger parameters and trusted roots.
/// Opening one changes nothing.
struct Installation: Sendable {
    let folder: DataFolder
    let settings: Settings
    let parameters: LedgerParameters
    let roots: [NoteVerifier]
    let clock: Clock

    var calendar: BatchCalendar { parameters.calendar() }
    var batch: Int { calendar.batch(at: Int(clock.now().seconds)) }

    /// - Throws: `StartRefusal` where something is missing or open to other users.
    static func open(_ folder: DataFolder, flags: [String: String] = [:], clock: Clock = .system) async throws
        -> Installation
    {
        guard folder.isInstallation else { throw StartRefusal.notAnInstallation(folder.path) }
        try checkClosedToOthers(folder.path)
        let roots = try String(decoding: DataFolder.read(folder.roots), as: UTF8.self).split(separator: "\n")
            .map { try NoteVerifier(vkey: String($0)) }
        return Installation(
            folder: folder, settings: try await Settings.load(from: folder, flags: flags),
            parameters: try LedgerParameters(parsing: DataFolder.read(folder.parameters)), roots: roots, clock: clock)
    }

    private static func checkClosedToOthers(_ path: String) throws {
        var status = stat()
        guard lstat(path, &status) == 0 else { throw StartRefusal.missing(path) }
        guard status.st_mode & 0o077 == 0 else { throw StartRefusal.openToOthers(path) }
    }

    /// The store as `role` may use it.
    func database(for role: ServiceRole) throws -> Database {
        let address = settings.databases[role] ?? ""
        if address.isEmpty { return try .sqlite(SQLiteSettings(path: folder.database, mayCreate: false)) }
        return .postgres(PostgresSettings(connection: address))
    }
}

extension Clock {
    /// The machine's clock. In a demonstration, HEED_CLOCK_OFFSET seconds are added, so that days can be made to pass.
    static let system = Clock { Instant(milliseconds: Int64(Date().timeIntervalSince1970 * 1_000) + offset) }

    private static let offset =
        (ProcessInfo.processInfo.environment["HEED_CLOCK_OFFSET"].flatMap(Int64.init) ?? 0) * 1_000

    /// Whether the clock was moved; `heed serve` refuses that.
    static var isMoved: Bool { offset != 0 }
}
