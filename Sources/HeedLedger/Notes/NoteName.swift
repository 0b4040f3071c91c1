import HeedVault

/// The rules of C2SP signed-note for names and key ids.
enum NoteName {
    /// Signature type of plain Ed25519.
    static let ed25519: UInt8 = 0x01

    static func isValid(_ name: String) -> Bool {
        !name.isEmpty
            && name.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0 != "+" && !$0.properties.isWhitespace }
    }

    /// First four bytes, big-endian, of SHA-256(name LF type public key).
    static func keyID(name: String, type: UInt8, publicKey: [UInt8]) -> UInt32 {
        let hash = Digest.sha256(Array(name.utf8) + [0x0a, type] + publicKey)
        return UInt32(bigEndian: hash[0..<4])
    }
}
