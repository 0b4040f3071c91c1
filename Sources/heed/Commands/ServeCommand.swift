import ArgumentParser
import Foundation
import HeedCore

/// `heed serve`: an installation, each role a process of its own.
struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "serve", abstract: "Serve an installation.")

    @Option(help: "The installation.") var data: String
    @Option(help: "Serve one role in this process: \(ServiceRole.allCases.map(\.rawValue).joined(separator: ", ")).")
    var role: ServiceRole?
    @Option(name: .customLong("set"), help: "KEY=VALUE for this run, before the environment and heed.json. Repeat.")
    var flags: [String] = []
    @Flag(help: .hidden) var demonstration = false

    func run() async throws {
        let installation = try await Installation.open(DataFolder(data), flags: Flags.parse(flags))
        try check(installation)
        if let role { return try await RoleProcess(role: role, installation: installation).run() }
        try await WholeService(installation: installation, flags: flags, isDemonstration: false).run()
    }

    private func check(_ installation: Installation) throws {
        let settings = installation.settings
        guard settings.isDemonstration == demonstration else { throw StartRefusal.demonstrationData }
        guard settings.looksADay > 0 else {
            throw StartRefusal.other(
                "online.looks-a-day is \(settings.looksADay), so nobody could look at anything online",
                remedy: "set it to 1 or more, or remove it for \(Exposure.mostADay)")
        }
        if demonstration { return }
        guard settings.scryptLogN >= 17 else { throw StartRefusal.weakScrypt(settings.scryptLogN) }
        guard !Clock.isMoved else {
            throw StartRefusal.other("the clock is moved", remedy: "unset HEED_CLOCK_OFFSET")
        }
        guard FormKeyFile.isInMemory(settings.runDirectory) else {
            throw StartRefusal.runDirectory(settings.runDirectory)
        }
        let (site, desk) = (try Place(settings.publicSite), try Place(settings.desk))
        guard site.hostName != desk.hostName else { throw StartRefusal.sharedHost(site.hostName) }
    }
}

extension ServiceRole: ExpressibleByArgument {}

/// `KEY=VALUE` given on the command line.
enum Flags {
    static func parse(_ flags: [String]) throws -> [String: String] {
        try Dictionary(
            flags.map { flag in
                guard let equals = flag.firstIndex(of: "=") else {
                    throw ValidationError("\(flag): expected KEY=VALUE")
                }
                return (String(flag[..<equals]), String(flag[equals...].dropFirst()))
            }, uniquingKeysWith: { $1 })
    }
}
