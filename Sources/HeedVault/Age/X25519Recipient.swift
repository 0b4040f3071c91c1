import Crypto

/// A public key of age's classical recipient type `X25519` (C2SP age).
///
/// For exchange with other tools. Nothing of Heed's own is sealed to it: it does not resist a quantum computer.
package struct X25519Recipient: AgeRecipient, Hashable {
    package static var strength: RecipientStrength { .classical }
    static let stanzaType = "X25519"
    static let size = 32
    private static let prefix = "age"

    package let bytes: [UInt8]

    package init(_ bytes: [UInt8]) throws(VaultError) {
        guard bytes.count == Self.size else { throw .malformed }
        self.bytes = bytes
    }

    /// Reads `age1…`.
    package init(text: String) throws(VaultError) {
        try self.init(Bech32.decode(prefix: Self.prefix, text))
    }

    package var text: String { Bech32.encode(prefix: Self.prefix, bytes) }

    package func wrap(_ fileKey: FileKey) throws(VaultError) -> AgeStanza {
        let ephemeral = Curve25519.KeyAgreement.PrivateKey()
        let share = Array(ephemeral.publicKey.rawRepresentation)
        guard let key = Self.wrapKey(secret: ephemeral, peer: bytes, share: share, recipient: bytes) else {
            throw .cannotSeal
        }
        return AgeStanza(
            type: Self.stanzaType, arguments: [Base64.unpadded.encode(share)], body: try key.seal(fileKey))
    }

    /// Nil when the shared secret is all zero: the library does not refuse low-order points, so this must.
    static func wrapKey(
        secret: Curve25519.KeyAgreement.PrivateKey, peer: [UInt8], share: [UInt8], recipient: [UInt8]
    ) -> WrapKey? {
        guard let peer = try? Curve25519.KeyAgreement.PublicKey(rawRepresentation: peer),
            let shared = try? secret.sharedSecretFromKeyAgreement(with: peer),
            shared.withUnsafeBytes({ $0.reduce(0, |) }) != 0
        else { return nil }
        let info = Array("age-encryption.org/v1/X25519".utf8)
        return WrapKey(
            shared.hkdfDerivedSymmetricKey(
                using: SHA256.self, salt: share + recipient, sharedInfo: info, outputByteCount: 32))
    }
}
