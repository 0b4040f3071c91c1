import CoreMetrics
import Foundation
import HeedCore
import HeedSQL
import Logging
import ServiceLifecycle
import UnixSignals

/// One role's process: hardened, watched, and ended with the program that started it.
struct RoleProcess {
    let role: ServiceRole
    let installation: Installation

    func run() async throws {
        let logger = Self.logger(role)
        try harden(logger)
        let figures = Figures()
        MetricsSystem.bootstrap(figures)
        let wiring = try await Wiring(installation, role: role, logger: logger)
        let announce: @Sendable (String) async -> Void = { address in
            // Nobody reads it where another role has refused to start, and this process is about to be ended too.
            try? FileHandle.standardOutput.write(contentsOf: Data("ready \(address)\n".utf8))
        }
        var services: [any Service] = [Lifeline()]
        switch role {
        case .intake: services += try await IntakeRole(wiring: wiring).services(ready: announce)
        case .desk: services += try DeskRole(wiring: wiring).services(ready: announce)
        case .ledger:
            services.append(LedgerRole(wiring))
            await announce("-")
        }
        if let address = installation.settings.metrics[role], !address.isEmpty {
            services.append(try FiguresPage(figures: figures, address: address).service(logger: logger))
        }
        // Whichever service ends first, by a signal or because the supervisor is gone, ends the rest in order.
        let group = ServiceGroup(
            configuration: ServiceGroupConfiguration(
                services: services.map {
                    .init(service: $0, successTerminationBehavior: .gracefullyShutdownGroup)
                },
                gracefulShutdownSignals: [.sigterm, .sigint], logger: logger))
        try await group.run()
        await wiring.database.close()
    }

    /// A demonstration warns: a newcomer's machine has swap, and its reports are made up.
    private func harden(_ logger: Logger) throws {
        for weakness in Hardening.apply() {
            guard installation.settings.isDemonstration else { throw weakness.refusal }
            logger.warning("demonstration on a machine not fit to serve", metadata: ["reason": "\(weakness.refusal)"])
        }
    }

    /// Says what the program does, to standard error. Info and above: below it, libraries describe requests.
    static func logger(_ role: ServiceRole) -> Logger {
        var logger = Logger(label: "heed.\(role.rawValue)") { StreamLogHandler.standardError(label: $0) }
        logger.logLevel = .notice
        return logger
    }
}
