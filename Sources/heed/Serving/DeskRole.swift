import Foundation
import HeedCasework
import HeedContent
import HeedCore
import HeedDesk
import HeedIntake
import HeedKeyring
import HeedWeb
import Logging
import ServiceLifecycle

/// The officers' desk as a process: its pages, and the watchdog that counts with nobody signed in.
struct DeskRole {
    let wiring: Wiring

    /// - Parameter ready: gets the address officers reach the desk at, once it accepts connections.
    func services(ready: @escaping @Sendable (String) async -> Void) throws -> [any Service] {
        let settings = wiring.installation.settings
        let place = try Place(settings.desk)
        let listener = try place.listener(connections: 256)
        let keys = LiveFormKeys(
            file: try FormKeyFile(directory: settings.runDirectory, role: .desk), clock: wiring.installation.clock)
        try keys.renew()
        let catalogue = try Catalogue.load(
            directories: ContentFolder.layers(
                "Locales", of: "HeedContent", contentDirectory: settings.contentDirectory))
        let offered = try OfferedLanguages(settings: settings).choose(from: catalogue).languages.map(\.code)
        let desk = wiring.desk(
            notices: NoticeRules(required: [offered[0]] + settings.equalLanguages, offered: offered))
        let console = try Console(
            settings: consoleSettings(settings, place), catalogue: catalogue, desk: desk, intake: wiring.intake(),
            keys: { keys.current }, isTLS: listener.isTLS, contentDirectory: settings.contentDirectory)
        let application = try listener.application(for: console.site, logger: wiring.logger) { port in
            await ready(place.url(port: port))
        }
        let watch = Watch(dog: desk.watchdog)
        let services: [any Service] = [keys, watch, Sweep(sessions: desk.sessions), application]
        guard !settings.dutyRota.isEmpty else { return services }
        // A mail program that ends before it has read everything must not end this one.
        signal(SIGPIPE, SIG_IGN)
        let paging = Paging(
            board: desk.alarms, duty: desk.duty, rota: settings.dutyRota, climb: settings.times.climb,
            sendmail: settings.sendmail, clock: wiring.installation.clock, logger: wiring.logger)
        return services + [paging]
    }

    private func consoleSettings(_ settings: Settings, _ place: Place) -> ConsoleSettings {
        ConsoleSettings(
            forceName: settings.forceName, emergency: settings.emergency, nonEmergency: settings.nonUrgent,
            hotline: settings.hotline, origins: place.origins, support: settings.support)
    }

    /// Locks sessions that have run out also while nobody asks for anything: what they kept in memory goes then.
    private struct Sweep: Service {
        let sessions: SessionVault
        func run() async throws {
            await cancelWhenGracefulShutdown {
                while !Task.isCancelled {
                    sessions.sweep()
                    try? await Task.sleep(for: .seconds(5))
                }
            }
        }
    }

    /// The watchdog, from start to shutdown.
    private struct Watch: Service {
        let dog: Watchdog
        func run() async throws { await cancelWhenGracefulShutdown { await dog.run() } }
    }
}
