import HeedWeb

/// Where a site listens and what people type to reach it.
struct Place: Sendable {
    let host: String
    let port: Int
    let tls: TLSFiles?
    /// As set; empty: made from the address.
    let address: String

    init(_ settings: Settings.ListenerSettings) throws {
        guard let colon = settings.address.lastIndex(of: ":"), let port = Int(settings.address[colon...].dropFirst()),
            (0...65_535).contains(port)
        else {
            throw StartRefusal.other(
                "\(settings.address) is not HOST:PORT", remedy: "write 127.0.0.1:8080, for example")
        }
        self.port = port
        host = settings.address[..<colon].filter { $0 != "[" && $0 != "]" }
        tls =
            settings.certificate.isEmpty
            ? nil : TLSFiles(certificateChain: settings.certificate, privateKey: settings.key)
        address = settings.url
    }

    func listener(connections: Int) throws -> Listener {
        try Listener(host: host, port: port, tls: tls, limits: ListenerLimits(connections: connections))
    }

    /// What people type; with the port that was really taken.
    func url(port taken: Int) -> String {
        address.isEmpty ? "\(tls == nil ? "http" : "https")://\(host):\(taken)" : address
    }

    /// The host people type, without port.
    var hostName: String {
        let url = url(port: port)
        let rest = url.split(separator: "/").dropFirst().first ?? ""
        return String(rest.split(separator: ":").first ?? "")
    }

    /// From where forms are taken. On loopback both names of it, since people type either.
    var origins: Set<String> {
        guard address.isEmpty else { return [address] }
        let scheme = tls == nil ? "http" : "https"
        return ["\(scheme)://\(host):\(port)", "\(scheme)://localhost:\(port)"]
    }
}
