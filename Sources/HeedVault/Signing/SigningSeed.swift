import Crypto

/// An Ed25519 private key (RFC 8032), wiped when released. Expanded once: that costs as much as a signature.
package struct SigningSeed: Unprintable, Sendable {
    package static let size = 32
    private let key: Curve25519.Signing.PrivateKey

    /// A fresh one.
    package init() { key = Curve25519.Signing.PrivateKey() }

    package init(_ seed: [UInt8]) throws(VaultError) {
        guard seed.count == Self.size, let key = try? Curve25519.Signing.PrivateKey(rawRepresentation: seed) else {
            throw .malformed
        }
        self.key = key
    }

    /// The 32 secret bytes, for writing into a sealed file.
    package var secretSeed: [UInt8] { Array(key.rawRepresentation) }

    package var verifyKey: VerifyKey {
        get throws(VaultError) { try VerifyKey(Array(key.publicKey.rawRepresentation)) }
    }

    /// 64 bytes.
    package func sign(_ message: [UInt8]) throws(VaultError) -> [UInt8] {
        guard let signature = try? key.signature(for: message) else { throw .cannotSeal }
        return Array(signature)
    }
}
