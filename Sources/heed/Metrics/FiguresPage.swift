import HeedWeb
import Hummingbird
import Logging

/// The figures of one process for a monitoring system: `GET /metrics`, on loopback only and only where a force sets an address.
/// A listener of its own, so that nothing on the public site or the desk leads to it.
struct FiguresPage {
    let figures: Figures
    let address: String

    /// - Throws: `StartRefusal` for an address off loopback: figures are not for the network.
    func service(logger: Logger) throws -> some ApplicationProtocol {
        let place = try Place(
            Settings.ListenerSettings(address: address, url: "", certificate: "", key: ""))
        guard ["127.0.0.1", "::1", "localhost"].contains(place.host) else {
            throw StartRefusal.other(
                "metrics would listen on \(place.host)", remedy: "set metrics.address to 127.0.0.1:PORT")
        }
        let router = Router()
        router.get("/metrics") { [figures] _, _ in figures.text }
        return Application(
            router: router, configuration: .init(address: .hostname(place.host, port: place.port)), logger: logger)
    }
}
