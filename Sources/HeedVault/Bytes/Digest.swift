import Crypto

/// SHA-256 over bytes, for targets that do not import a cryptographic library.
package enum Digest {
    /// 32 bytes.
    package static func sha256(_ bytes: [UInt8]) -> [UInt8] { Array(SHA256.hash(data: bytes)) }
}

/// SHA-256 over bytes that arrive in pieces.
package struct RunningDigest: Sendable {
    private var hash = SHA256()

    package init() {}
    package mutating func update(_ bytes: [UInt8]) { hash.update(data: bytes) }
    /// The digest of everything so far, 32 bytes.
    package func value() -> [UInt8] { Array(hash.finalize()) }
}
