package import HTTPTypes

/// The header fields on every answer of a listener, whatever its status. This is the one table of them.
package struct HeaderPolicy: Sendable {
    /// Name and value of each field.
    package let fields: [HTTPField]

    /// What the pages of a site may run. Inline script and `eval` never run.
    package enum Scripts: Sendable {
        case none
        /// Our own files, which may reach nobody.
        case own
        /// Our own files, which may also ask this site.
        case asking

        var sources: [String] {
            switch self {
            case .none: []
            case .own: ["script-src 'self'"]
            case .asking: ["script-src 'self'", "connect-src 'self'"]
            }
        }
    }

    /// - Parameters:
    ///   - isTLS: adds HSTS, which plain HTTP must not carry (RFC 6797 7.2).
    ///   - scripts: which script files may run.
    ///   - media: our own film may play.
    package init(isTLS: Bool, scripts: Scripts = .none, media: Bool = false) {
        let sources = [
            "default-src 'none'", "style-src 'self'", "img-src 'self'", "form-action 'self'", "frame-ancestors 'none'",
            "base-uri 'none'",
        ]
        let policy =
            sources + scripts.sources + (media ? ["media-src 'self'"] : [])
        let closed = Self.closedFeatures.filter { !media || $0 != "fullscreen" }.map { $0 + "=()" }.joined(
            separator: ", ")
        var table: [(String, String)] = [
            ("Content-Security-Policy", policy.joined(separator: "; ")),
            ("X-Content-Type-Options", "nosniff"),
            ("Referrer-Policy", "same-origin"),
            ("Permissions-Policy", closed),
            ("Cross-Origin-Opener-Policy", "same-origin"),
            ("Cross-Origin-Resource-Policy", "same-origin"),
        ]
        if isTLS { table.append(("Strict-Transport-Security", "max-age=63072000; includeSubDomains")) }
        fields = table.map { HTTPField(name: HTTPField.Name($0.0)!, value: $0.1) }
    }

    /// Answers are not kept anywhere unless they say otherwise, as assets do; proxies are told not to compress them.
    package static let noStore = "no-store, no-transform"

    private static let closedFeatures = [
        "accelerometer", "autoplay", "camera", "display-capture", "encrypted-media", "fullscreen", "geolocation",
        "gyroscope", "magnetometer", "microphone", "midi", "payment", "picture-in-picture",
        "publickey-credentials-get", "screen-wake-lock", "usb", "web-share", "xr-spatial-tracking",
    ]

    /// Puts the table on an answer, and takes off what an answer must not have.
    func apply(to headers: inout HTTPFields) {
        for field in fields { headers[field.name] = field.value }
        if headers[.cacheControl] == nil {
            headers[.cacheControl] = Self.noStore
            headers[.eTag] = nil
            headers[.lastModified] = nil
        }
        headers[.server] = nil
    }

    func isOn(_ headers: HTTPFields) -> Bool { headers.contains(Self.marker) }
    private static let marker = HTTPField.Name("Content-Security-Policy")!
}
