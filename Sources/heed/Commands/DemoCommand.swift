import ArgumentParser
import Foundation
import HeedCore
import HeedIntake
import HeedSQL
import HeedVault

/// `heed demo`: a made-up force with made-up reports, on this machine only.
struct DemoCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "demo", abstract: "Make (once) and serve a demonstration force with made-up officers and reports.")

    @Option(help: "Where the demonstration lives; kept between runs.") var data: String
    @Option(name: .customLong("public"), help: "Where the public site listens, loopback only.")
    var publicSite = "127.0.0.1:8080"
    @Option(help: "Where the desk listens, loopback only.") var desk = "127.0.0.1:8081"
    @Flag(help: "Start without the made-up reports.") var empty = false
    @Option(help: "A PostgreSQL connection string instead of SQLite.") var postgres: String?
    @Option(help: .hidden) var moreOpen = 0
    @Option(help: .hidden) var moreClosed = 0
    @Option(help: .hidden) var moreAlike = 0

    func run() async throws {
        let folder = DataFolder(data)
        let flags = ["public.address=\(publicSite)", "desk.address=\(desk)"]
        if !folder.isInstallation { try await found(folder) }
        let installation = try await Installation.open(folder, flags: Flags.parse(flags))
        guard installation.settings.isDemonstration else {
            throw StartRefusal.other(
                "\(folder.path) holds a real installation", remedy: "name another folder for the demonstration")
        }
        try await WholeService(installation: installation, flags: flags, isDemonstration: true).run()
    }

    private func found(_ folder: DataFolder) async throws {
        say("making a demonstration force in \(folder.path)")
        let now = Clock.system.now()
        let founding = Founding(
            folder: folder,
            force: PlannedForce(
                origin: "demonstration.invalid/ledger", t0: Int(now.seconds) / 86_400 * 86_400 - 42 * 86_400,
                officers: DemonstrationForce.members, scryptLogN: Self.scryptLogN),
            postgres: postgres,
            settings: ["demonstration": true, "security": ["scrypt-log-n": Self.scryptLogN]])
        let result = try await founding.perform()
        if !empty {
            say("letting its officers work on \(DemonstrationReports.all.count) made-up reports")
            try await DemonstrationStory.tell(in: folder, by: result, until: now)
        }
        if moreOpen + moreClosed + moreAlike > 0 {
            say("adding \(moreOpen + moreClosed + moreAlike) small reports for measuring")
            let installation = try await Installation.open(folder)
            let wiring = try await Wiring(installation, role: .intake, logger: RoleProcess.logger(.intake))
            try await Bulk(intake: wiring.intake(), database: wiring.database)
                .fill(open: moreOpen, closed: moreClosed, alike: moreAlike)
            await wiring.database.close()
        }
        try DataFolder.write(DemonstrationForce.signIns(result), to: folder.demonstrationOfficers)
    }

    /// Tests use cheaper passphrases, which `heed serve` refuses.
    private static var scryptLogN: Int {
        ProcessInfo.processInfo.environment["HEED_SCRYPT_LOG_N"].flatMap(Int.init) ?? PassphraseFile.standardLogN
    }

    private func say(_ text: String) { try? FileHandle.standardError.write(contentsOf: Data((text + "\n").utf8)) }
}
