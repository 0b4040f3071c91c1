package import HeedVault

/// A named Ed25519 key whose signatures on notes are trusted.
/// Written as a C2SP vkey: `name+<8 hex digits>+<base64 of 0x01 and the key>`.
package struct NoteVerifier: Hashable, Sendable {
    package let name: String
    package let key: VerifyKey
    /// C2SP key id: a hint, not a hash to rely on.
    package let keyID: UInt32

    /// - Throws: `LedgerError.badToken` for a name that notes do not allow.
    package init(name: String, key: VerifyKey) throws(LedgerError) {
        guard NoteName.isValid(name) else { throw .badToken }
        self.name = name
        self.key = key
        keyID = NoteName.keyID(name: name, type: NoteName.ed25519, publicKey: key.bytes)
    }

    package var vkey: String {
        "\(name)+\(Hex.encode(keyID.bigEndianBytes))+\(base64([NoteName.ed25519] + key.bytes))"
    }

    /// - Throws: `LedgerError.malformed(.verifierKey)` unless the text is an Ed25519 vkey with its own key id.
    package init(vkey: String) throws(LedgerError) {
        let parts = vkey.utf8.split(separator: UInt8(ascii: "+"), maxSplits: 2, omittingEmptySubsequences: false)
            .map { String(decoding: $0, as: UTF8.self) }
        guard parts.count == 3, let bytes = base64Bytes(parts[2]), bytes.count == 33, bytes[0] == NoteName.ed25519,
            let key = try? VerifyKey(Array(bytes.dropFirst())),
            let verifier = try? NoteVerifier(name: parts[0], key: key),
            Hex.encode(verifier.keyID.bigEndianBytes) == parts[1]
        else { throw .malformed(.verifierKey) }
        self = verifier
    }

    package static func == (a: NoteVerifier, b: NoteVerifier) -> Bool {
        a.key == b.key && a.name.utf8.elementsEqual(b.name.utf8)
    }

    package func hash(into hasher: inout Hasher) {
        hasher.combine(key)
    }

    func matches(_ signature: NoteSignature) -> Bool {
        keyID == signature.keyID && name.utf8.elementsEqual(signature.name.utf8)
    }
}
