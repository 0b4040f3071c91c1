import Crypto

/// Recognises the same content sent twice with the same code, without storing anything that confirms a guess.
package enum Idempotency {
    /// HMAC-SHA-256(`idemKey`, `heed/v1/idem` ‖ `canonicalSHA256`), 32 bytes.
    package static func mac(_ idemKey: [UInt8], canonicalSHA256: [UInt8]) -> [UInt8] {
        let message = Array("heed/v1/idem".utf8) + canonicalSHA256
        return Array(HMAC<SHA256>.authenticationCode(for: message, using: SymmetricKey(data: idemKey)))
    }
}
