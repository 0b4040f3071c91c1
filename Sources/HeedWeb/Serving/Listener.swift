package import Hummingbird
import HummingbirdCore
import HummingbirdTLS
package import Logging

/// A site's place on the network: address, TLS, limits.
///
/// HTTP/1.1 only. HTTP/2 would let one connection carry many requests past the limits kept per connection, and tells
/// observers no less; forms of a few pages gain nothing from it.
package struct Listener: Sendable {
    package let host: String
    /// 0 takes a free port, told to `onReady`.
    package let port: Int
    package let tls: TLSFiles?
    package let limits: ListenerLimits

    /// - Throws: `StartupRefusal` for plain HTTP off loopback.
    package init(
        host: String, port: Int, tls: TLSFiles? = nil, limits: ListenerLimits = ListenerLimits()
    ) throws(StartupRefusal) {
        guard tls != nil || Self.isLoopback(host) else {
            throw StartupRefusal(
                "Plain HTTP on \(host) would send what people write in clear",
                remedy: "Name a certificate and key, or listen on 127.0.0.1 behind a proxy on this machine that has TLS"
            )
        }
        self.host = host
        self.port = port
        self.tls = tls
        self.limits = limits
    }

    package var isTLS: Bool { tls != nil }

    /// The listener with its site, to run as a service. `onReady` gets the port once connections are accepted.
    ///
    /// The logger's level is raised to `info`: below it, Hummingbird describes errors, which may hold what a person
    /// typed.
    /// - Throws: `StartupRefusal` for unusable TLS files.
    package func application(
        for site: Site, logger: Logger, onReady: @escaping @Sendable (Int) async -> Void = { _ in }
    ) throws -> Application<RouterResponder<WebContext>> {
        let certificate = try tls.map { try Certificate($0, logger: logger) }
        return try application(for: site, certificate: certificate, logger: logger, onReady: onReady)
    }

    func application(
        for site: Site, certificate: Certificate?, logger: Logger, onReady: @escaping @Sendable (Int) async -> Void
    ) throws -> Application<RouterResponder<WebContext>> {
        var logger = logger
        logger.logLevel = max(logger.logLevel, .info)
        var configuration = ApplicationConfiguration(address: .hostname(host, port: port), backlog: limits.backlog)
        configuration.availableConnectionsDelegate = .maximum(limits.connections, logger: logger)
        return Application(
            responder: site.responder(),
            server: try server(for: site, certificate: certificate),
            configuration: configuration,
            services: certificate.map { [$0] } ?? [],
            onServerRunning: { await onReady($0.localAddress?.port ?? 0) },
            logger: logger
        )
    }

    private func server(for site: Site, certificate: Certificate?) throws -> HTTPServerBuilder {
        let limits = limits
        let connections = OpenConnections(limits: limits)
        var channel = HTTP1Channel.Configuration(
            additionalChannelHandlers: [
                ConnectionHandler(
                    policy: site.headers, fallback: site.fallback, limits: limits, connections: connections,
                    kept: KeptShelf(site))
            ]
        )
        channel.httpDecoder = .init(
            maxHeaderFieldSize: 16 * 1024, maxHeaderListSize: 32 * 1024, maxHeaderFieldCount: 100)
        let plain = HTTPServerBuilder.http1(configuration: channel)
        return try certificate.map { try .tls(plain, tlsConfiguration: $0.configuration) } ?? plain
    }

    /// Only literal loopback addresses and `localhost`: a name could be pointed elsewhere later.
    static func isLoopback(_ host: String) -> Bool {
        guard host != "localhost", host != "::1" else { return true }
        let parts = host.split(separator: ".", omittingEmptySubsequences: false).map { UInt8($0) }
        return parts.count == 4 && parts.allSatisfy { $0 != nil } && parts[0] == 127
    }
}
