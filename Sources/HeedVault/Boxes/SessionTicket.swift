/// What an officer's browser holds in its session cookie: an id (16 bytes) and a wrap key (32 bytes).
///
/// The process keeps neither. It finds the session by ``lookup`` and can open its keys only while a request that
/// carries the ticket is being served.
package struct SessionTicket: Unprintable, Sendable {
    private let id: [UInt8]
    private let wrapKey: BoxKey

    /// A fresh one.
    package init() {
        id = Random.bytes(16)
        wrapKey = BoxKey()
    }

    /// Reads ``cookieBytes``: exactly 48. Throws `malformed`.
    package init(cookie: [UInt8]) throws(VaultError) {
        guard cookie.count == 16 + BoxKey.size else { throw .malformed }
        id = Array(cookie.prefix(16))
        wrapKey = try BoxKey(Array(cookie.dropFirst(16)))
    }

    /// id ‖ wrap key, 48 secret bytes.
    package var cookieBytes: [UInt8] { id + wrapKey.secretBytes }

    /// SHA-256 of the id, 32 bytes: names the session without letting anyone who reads it resume one.
    package var lookup: [UInt8] { Digest.sha256(id) }

    var key: BoxKey { wrapKey.derived("heed/v1/session") }
}
