import Crypto

/// An Ed25519 private key (RFC 8032), held as its 32-byte seed and wiped when released.
package struct SigningSeed: Unprintable, Sendable {
    package static let size = 32
    private let seed: SymmetricKey

    /// A fresh one.
    package init() { seed = SymmetricKey(size: .bits256) }

    package init(_ seed: [UInt8]) throws(VaultError) {
        guard seed.count == Self.size else { throw .malformed }
        self.seed = SymmetricKey(data: seed)
    }

    /// The 32 secret bytes, for writing into a sealed file.
    package var secretSeed: [UInt8] { seed.withUnsafeBytes { Array($0) } }

    package var verifyKey: VerifyKey {
        get throws(VaultError) { try VerifyKey(Array(expanded().publicKey.rawRepresentation)) }
    }

    /// 64 bytes.
    package func sign(_ message: [UInt8]) throws(VaultError) -> [UInt8] {
        guard let signature = try? expanded().signature(for: message) else { throw .cannotSeal }
        return Array(signature)
    }

    private func expanded() throws(VaultError) -> Curve25519.Signing.PrivateKey {
        guard let key = try? Curve25519.Signing.PrivateKey(rawRepresentation: secretSeed) else { throw .malformed }
        return key
    }
}
