import Crypto

/// A 32-byte symmetric key, wiped when released, compared in constant time.
package struct BoxKey: Unprintable, Equatable, Sendable {
    package static let size = 32
    let key: SymmetricKey

    /// A fresh one.
    package init() { key = SymmetricKey(size: .bits256) }

    package init(_ bytes: [UInt8]) throws(VaultError) {
        guard bytes.count == Self.size else { throw .malformed }
        key = SymmetricKey(data: bytes)
    }

    init(_ key: SymmetricKey) { self.key = key }

    /// The secret bytes, for writing into a sealed file.
    package var secretBytes: [UInt8] { key.withUnsafeBytes { Array($0) } }

    /// HKDF-SHA256 with an empty salt (RFC 5869): one key for each purpose.
    func derived(_ info: String) -> BoxKey {
        BoxKey(
            HKDF<SHA256>.deriveKey(
                inputKeyMaterial: key, salt: [UInt8](), info: Array(info.utf8), outputByteCount: Self.size))
    }
}
