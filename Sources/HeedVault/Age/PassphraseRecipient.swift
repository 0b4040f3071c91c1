import Crypto
import CryptoExtras

/// A passphrase to seal to: age's `scrypt` recipient type with r = 8, p = 1 (C2SP age; RFC 7914).
///
/// Always the only recipient of its file. Work is 2^logN and memory 1 KiB × 2^logN: at 17, 128 MiB and about 0.26 s.
package struct PassphraseRecipient: AgeRecipient, Unprintable {
    package static var strength: RecipientStrength { .passphrase }
    static let stanzaType = "scrypt"
    static let saltSize = 16
    private let secret: SymmetricKey
    private let logN: Int

    /// `logN` from 1 to 22; `cannotSeal` otherwise.
    package init(_ passphrase: [UInt8], logN: Int) throws(VaultError) {
        guard 1...22 ~= logN else { throw .cannotSeal }
        secret = SymmetricKey(data: passphrase)
        self.logN = logN
    }

    package func wrap(_ fileKey: FileKey) throws(VaultError) -> AgeStanza {
        let salt = Random.bytes(Self.saltSize)
        guard let key = Self.wrapKey(passphrase: secret, salt: salt, logN: logN) else { throw .cannotSeal }
        return AgeStanza(
            type: Self.stanzaType, arguments: [Base64.unpadded.encode(salt), String(logN)],
            body: try key.seal(fileKey))
    }

    static func wrapKey(passphrase: SymmetricKey, salt: [UInt8], logN: Int) -> WrapKey? {
        let salt = Array("age-encryption.org/v1/scrypt".utf8) + salt
        let key = try? KDF.Scrypt.deriveKey(
            from: passphrase.withUnsafeBytes { Array($0) }, salt: salt, outputByteCount: 32, rounds: 1 << logN,
            blockSize: 8, parallelism: 1)
        return key.map(WrapKey.init)
    }
}
