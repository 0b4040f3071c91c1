package import Crypto
package import FoundationEssentials
import HeedVault

/// LK: the 32-byte key under which the leaves and the thread handle of one thread are recognised.
/// Comes from the reporter's code, or is random for a thread without one; it opens no message. Never prints itself.
package struct LedgerKey: Sendable, Unprintable {
    package let symmetricKey: SymmetricKey

    /// - Throws: `LedgerError.wrongLength` unless 32 bytes are given.
    package init(_ bytes: some ContiguousBytes) throws(LedgerError) {
        let key = SymmetricKey(data: bytes)
        guard key.bitCount == 256 else { throw .wrongLength }
        symmetricKey = key
    }

    /// A fresh random key, for a thread that no reporter's code belongs to.
    package static func random() -> LedgerKey { LedgerKey(fresh: SymmetricKey(size: .bits256)) }

    private init(fresh: SymmetricKey) { symmetricKey = fresh }

    /// The 32 bytes, for the sealed meta of the report and nothing else.
    package var bytes: [UInt8] { symmetricKey.withUnsafeBytes { Array($0) } }

    /// The check code: 64 hex digits that let a third party follow progress without reading anything.
    package var checkCode: String { Hex.encode(bytes) }

    func hmac(_ message: [UInt8]) -> [UInt8] {
        Array(HMAC<SHA256>.authenticationCode(for: message, using: symmetricKey))
    }
}
