package import HeedVault

/// One signature line of a note: `— name base64(key id ‖ signature)`.
/// Lines of unknown keys and algorithms are kept as they are and prove nothing.
package struct NoteSignature: Hashable, Sendable {
    package let name: String
    package let keyID: UInt32
    /// At least one byte; 64 for Ed25519.
    package let signature: [UInt8]

    /// Signs a note text with a named key.
    /// - Parameter text: ends in a newline; `SignedNote` checks it.
    package init(of text: [UInt8], name: String, seed: SigningSeed) throws(LedgerError) {
        let verifier = try NoteVerifier(name: name, key: seed.ledgerVerifyKey)
        self.name = name
        keyID = verifier.keyID
        signature = try seed.ledgerSignature(of: text)
    }

    var line: String { "\u{2014} \(name) \(base64(keyID.bigEndianBytes + signature))\n" }

    init(line: [UInt8]) throws(LedgerError) {
        guard let text = String(validating: line, as: UTF8.self) else { throw .malformed(.note) }
        let parts = text.utf8.split(separator: 0x20, omittingEmptySubsequences: false)
            .map { String(decoding: $0, as: UTF8.self) }
        guard parts.count == 3, parts[0] == "\u{2014}", NoteName.isValid(parts[1]),
            let bytes = base64Bytes(parts[2]), bytes.count > 4
        else { throw .malformed(.note) }
        name = parts[1]
        keyID = UInt32(bigEndian: bytes[..<4])
        signature = Array(bytes[4...])
    }
}
