import Crypto

/// The private key behind an ``X25519Recipient``.
package struct X25519Identity: AgeIdentity, Unprintable {
    private static let prefix = "age-secret-key-"
    private let seed: SymmetricKey

    /// A fresh one.
    package init() { seed = SymmetricKey(size: .bits256) }

    package init(seed: [UInt8]) throws(VaultError) {
        guard seed.count == X25519Recipient.size else { throw .malformed }
        self.seed = SymmetricKey(data: seed)
    }

    /// Reads `AGE-SECRET-KEY-1…`.
    package init(secretText: String) throws(VaultError) {
        try self.init(seed: Bech32.decode(prefix: Self.prefix, secretText))
    }

    /// `AGE-SECRET-KEY-1…`: the secret itself.
    package var secretText: String {
        Bech32.encode(prefix: Self.prefix, seed.withUnsafeBytes { Array($0) }).uppercased()
    }

    package var recipient: X25519Recipient {
        get throws(VaultError) { try X25519Recipient(Array(expanded().publicKey.rawRepresentation)) }
    }

    package func unwrap(_ stanza: AgeStanza) throws(VaultError) -> FileKey? {
        guard let parts = try stanza.parts(of: X25519Recipient.stanzaType, encapsulated: X25519Recipient.size) else {
            return nil
        }
        let key = try expanded()
        let own = Array(key.publicKey.rawRepresentation)
        let share = parts.encapsulated
        guard let wrap = X25519Recipient.wrapKey(secret: key, peer: share, share: share, recipient: own) else {
            throw .malformed
        }
        return wrap.open(parts.body)
    }

    private func expanded() throws(VaultError) -> Curve25519.KeyAgreement.PrivateKey {
        guard let key = try? Curve25519.KeyAgreement.PrivateKey(rawRepresentation: seed.withUnsafeBytes({ Array($0) }))
        else { throw .malformed }
        return key
    }
}
