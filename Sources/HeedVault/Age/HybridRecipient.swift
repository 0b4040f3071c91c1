import Crypto
import FoundationEssentials

/// A public key of age's post-quantum recipient type `mlkem768x25519`: HPKE base mode with X-Wing (KEM 0x647a),
/// HKDF-SHA256, ChaCha20-Poly1305 (C2SP age; RFC 9180).
///
/// 1,216 bytes, public. Sealing costs about 0.1 ms.
package struct HybridRecipient: AgeRecipient, Hashable {
    package static let size = 1216
    package static var strength: RecipientStrength { .postQuantum }
    static let stanzaType = "mlkem768x25519"
    static let encapsulatedSize = 1120
    static let info = Data("age-encryption.org/mlkem768x25519".utf8)
    static let suite = HPKE.Ciphersuite(kem: .XWingMLKEM768X25519, kdf: .HKDF_SHA256, aead: .chaChaPoly)
    private static let prefix = "age1pq"

    package let bytes: [UInt8]

    /// Checks the length only: see ``check()``.
    package init(_ bytes: [UInt8]) throws(VaultError) {
        guard bytes.count == Self.size else { throw .malformed }
        self.bytes = bytes
    }

    /// Reads `age1pq1…`.
    package init(text: String) throws(VaultError) {
        try self.init(Bech32.decode(prefix: Self.prefix, text))
    }

    /// `age1pq1…`, about 1,960 characters.
    package var text: String { Bech32.encode(prefix: Self.prefix, bytes) }

    /// Seals to the key once and throws the result away: `cannotSeal` if the bytes are no key.
    package func check() throws(VaultError) { _ = try wrap(FileKey()) }

    package func wrap(_ fileKey: FileKey) throws(VaultError) -> AgeStanza {
        let bytes = bytes
        return try fileKey.withBytes { secret throws(VaultError) in
            guard let key = try? XWingMLKEM768X25519.PublicKey(rawRepresentation: bytes),
                var sender = try? HPKE.Sender(recipientKey: key, ciphersuite: Self.suite, info: Self.info),
                let body = try? sender.seal(secret)
            else { throw .cannotSeal }
            let encapsulated = Base64.unpadded.encode(Array(sender.encapsulatedKey))
            return AgeStanza(type: Self.stanzaType, arguments: [encapsulated], body: Array(body))
        }
    }
}
