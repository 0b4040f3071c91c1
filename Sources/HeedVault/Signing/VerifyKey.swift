import Crypto

/// An Ed25519 public key (RFC 8032), 32 bytes.
///
/// Verification is the library's: without cofactor, canonical S only. See `Docs/formats/session.md` for what that
/// accepts of the published edge cases.
package struct VerifyKey: Hashable, Sendable {
    package static let size = 32
    package let bytes: [UInt8]

    package init(_ bytes: [UInt8]) throws(VaultError) {
        guard bytes.count == Self.size else { throw .malformed }
        self.bytes = bytes
    }

    /// Whether the holder of the seed signed `message`. False for a signature of any other length than 64.
    package func accepts(_ signature: [UInt8], for message: [UInt8]) -> Bool {
        guard let key = try? Curve25519.Signing.PublicKey(rawRepresentation: bytes) else { return false }
        return key.isValidSignature(signature, for: message)
    }
}
