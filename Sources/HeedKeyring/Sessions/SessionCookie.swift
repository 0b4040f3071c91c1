import HeedVault

/// The value of the desk's session cookie: base64url of id (16 bytes) and wrap key (32 bytes).
/// Prints only on purpose, through `value`.
package struct SessionCookie: Sendable, Unprintable {
    let ticket: SessionTicket

    init(_ ticket: SessionTicket) { self.ticket = ticket }

    /// Nil for anything that is not such a value.
    package init?(value: String) {
        guard let bytes = try? Base64.url.decode(value), let ticket = try? SessionTicket(cookie: bytes) else {
            return nil
        }
        self.ticket = ticket
    }

    /// 64 characters, secret.
    package var value: String { Base64.url.encode(ticket.cookieBytes) }
}
