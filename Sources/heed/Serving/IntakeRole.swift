import HeedCore
import HeedIntake
import HeedLedger
import HeedPublic
import HeedWeb
import Logging
import ServiceLifecycle

/// The public site as a process.
struct IntakeRole {
    let wiring: Wiring

    /// - Parameter ready: gets the address people reach the site at, once it accepts connections.
    func services(ready: @escaping @Sendable (String) async -> Void) async throws -> [any Service] {
        let settings = wiring.installation.settings
        let place = try Place(settings.publicSite)
        let listener = try place.listener(connections: 1_024)
        let keys = LiveFormKeys(
            file: try FormKeyFile(directory: settings.runDirectory, role: .intake), clock: wiring.installation.clock)
        try keys.renew()
        let intake = try wiring.intake()
        let content = try SiteContent(settings)
        let watch = PageWatch(content: content, clock: wiring.installation.clock, logger: wiring.logger)
        let site = try PublicSite(
            settings: wiring.installation.siteSettings(origins: place.origins), catalogue: content.catalogue,
            shelf: content.shelf, answers: content.answers,
            door: IntakeDoor(intake, gate: FormGate(intake)),
            notices: NoticeSource(ReadNotices(wiring.database, clock: wiring.installation.clock)),
            keys: { keys.current }, clock: wiring.installation.clock, isTLS: listener.isTLS,
            contentDirectory: settings.contentDirectory)
        let notices = NoticeWatch(board: site.notices, clock: wiring.installation.clock, logger: wiring.logger)
        // Before the first connection: a notice that stood when the service stopped stands on its first page.
        await notices.look()
        let application = try listener.application(for: site.site, logger: wiring.logger) { port in
            await ready(place.url(port: port))
        }
        return [keys, watch, notices, application]
    }
}
