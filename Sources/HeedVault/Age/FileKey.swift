import Crypto

/// The 16 random bytes that an age file's stanzas wrap (C2SP age, "File key").
///
/// One per file, never used for another. Wiped when released.
package struct FileKey: Unprintable, Sendable {
    static let size = 16
    private let secret: SymmetricKey

    /// A fresh one.
    init() { secret = SymmetricKey(size: .bits128) }

    init?(_ bytes: some Collection<UInt8>) {
        guard bytes.count == Self.size else { return nil }
        secret = SymmetricKey(data: Array(bytes))
    }

    func withBytes<R>(_ body: ([UInt8]) throws(VaultError) -> R) throws(VaultError) -> R {
        try body(secret.withUnsafeBytes { Array($0) })
    }

    /// The key of the header's MAC.
    var headerKey: SymmetricKey { derive(salt: [], info: "header") }

    /// The key of the payload that starts with `nonce`.
    func payloadKey(nonce: [UInt8]) -> SymmetricKey { derive(salt: nonce, info: "payload") }

    /// `kc`: 32 public bytes that only this key gives, because the payload's cipher does not commit to its key.
    var commitment: [UInt8] { derive(salt: [], info: "heed/v1/key-commit").withUnsafeBytes { Array($0) } }

    private func derive(salt: [UInt8], info: String) -> SymmetricKey {
        HKDF<SHA256>.deriveKey(inputKeyMaterial: secret, salt: salt, info: Array(info.utf8), outputByteCount: 32)
    }
}
