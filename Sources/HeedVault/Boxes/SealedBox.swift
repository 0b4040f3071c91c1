import Crypto

/// ChaCha20-Poly1305 (RFC 8439) under a shared key: `nonce[12] ‖ ciphertext ‖ tag[16]`.
///
/// The nonce is random, so a key may seal about 2^32 boxes. `associated` is not inside and must be the same to open.
package enum SealedBox {
    /// What a box adds to its plaintext, in bytes.
    package static let overhead = 28

    package static func seal(
        _ plaintext: [UInt8], key: BoxKey, associated: [UInt8]
    ) throws(VaultError) -> [UInt8] {
        guard let box = try? ChaChaPoly.seal(plaintext, using: key.key, authenticating: associated) else {
            throw .cannotSeal
        }
        return Array(box.combined)
    }

    /// Throws `cannotOpen`, whatever the reason.
    package static func open(_ box: [UInt8], key: BoxKey, associated: [UInt8]) throws(VaultError) -> [UInt8] {
        guard let sealed = try? ChaChaPoly.SealedBox(combined: box),
            let plaintext = try? ChaChaPoly.open(sealed, using: key.key, authenticating: associated)
        else { throw .cannotOpen }
        return Array(plaintext)
    }

    static func sealPadded(
        _ plaintext: [UInt8], to block: Int, key: BoxKey, associated: [UInt8]
    ) throws(VaultError) -> [UInt8] {
        try seal(Padding.block(plaintext, to: block), key: key, associated: associated)
    }

    static func openPadded(_ box: [UInt8], key: BoxKey, associated: [UInt8]) throws(VaultError) -> [UInt8] {
        guard let plaintext = Padding.strip(try open(box, key: key, associated: associated)) else {
            throw .cannotOpen
        }
        return Array(plaintext)
    }
}
