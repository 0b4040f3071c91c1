import Crypto
import FoundationEssentials

/// The private key behind a ``HybridRecipient``.
///
/// Held as its 32-byte seed in storage that wipes itself; the expanded key, which does not, lives for one call.
package struct HybridIdentity: AgeIdentity, Unprintable {
    package static let seedSize = 32
    private static let prefix = "age-secret-key-pq-"
    private let seed: SymmetricKey

    /// A fresh one.
    package init() { seed = SymmetricKey(size: .bits256) }

    package init(seed: [UInt8]) throws(VaultError) {
        guard seed.count == Self.seedSize else { throw .malformed }
        self.seed = SymmetricKey(data: seed)
    }

    /// Reads `AGE-SECRET-KEY-PQ-1…`.
    package init(secretText: String) throws(VaultError) {
        try self.init(seed: Bech32.decode(prefix: Self.prefix, secretText))
    }

    /// `AGE-SECRET-KEY-PQ-1…`: the secret itself.
    package var secretText: String { Bech32.encode(prefix: Self.prefix, secretSeed).uppercased() }

    /// The 32 secret bytes, for writing into another sealed file.
    package var secretSeed: [UInt8] { seed.withUnsafeBytes { Array($0) } }

    /// Computed on each call, about 0.06 ms.
    package var recipient: HybridRecipient {
        get throws(VaultError) { try HybridRecipient(Array(expanded().publicKey.rawRepresentation)) }
    }

    package func unwrap(_ stanza: AgeStanza) throws(VaultError) -> FileKey? {
        guard
            let parts = try stanza.parts(
                of: HybridRecipient.stanzaType, encapsulated: HybridRecipient.encapsulatedSize)
        else { return nil }
        let key = try expanded()
        // Decapsulation fails only for a share that gives an all-zero X25519 secret, which no honest writer sends.
        guard
            var recipient = try? HPKE.Recipient(
                privateKey: key, ciphersuite: HybridRecipient.suite, info: HybridRecipient.info,
                encapsulatedKey: Data(parts.encapsulated))
        else { throw .malformed }
        return (try? recipient.open(parts.body)).flatMap { FileKey($0) }
    }

    private func expanded() throws(VaultError) -> XWingMLKEM768X25519.PrivateKey {
        guard let key = try? XWingMLKEM768X25519.PrivateKey(seedRepresentation: secretSeed, publicKey: nil) else {
            throw .malformed
        }
        return key
    }
}
