import HeedVault

/// A text signed by one or more named keys: C2SP signed-note.
/// The text is worth nothing until `verify` has returned.
package struct SignedNote: Hashable, Sendable {
    /// The largest note read or written, in bytes.
    package static let maximumSize = 1 << 20
    /// The most signature lines read or written.
    package static let maximumSignatures = 100

    /// What is signed: UTF-8 with its final newline, without the blank line.
    package let text: [UInt8]
    /// At least one.
    package let signatures: [NoteSignature]

    /// - Throws: `LedgerError.malformed(.note)` for a text that a note cannot carry, or without a signature.
    package init(text: [UInt8], signatures: [NoteSignature]) throws(LedgerError) {
        guard Self.isText(text), (1...Self.maximumSignatures).contains(signatures.count) else {
            throw .malformed(.note)
        }
        self.text = text
        self.signatures = signatures
        guard encoded.count <= Self.maximumSize else { throw .malformed(.note) }
    }

    package init(signing text: [UInt8], with signers: [NoteSigner]) throws(LedgerError) {
        var signatures: [NoteSignature] = []
        for signer in signers { signatures.append(try signer.signature(of: text)) }
        try self.init(text: text, signatures: signatures)
    }

    /// - Throws: `LedgerError.malformed(.note)` for anything that breaks a rule of the format.
    package init(parsing bytes: [UInt8]) throws(LedgerError) {
        guard bytes.count <= Self.maximumSize, bytes.last == 0x0a,
            let blank = bytes.indices.dropLast().last(where: { bytes[$0] == 0x0a && bytes[$0 + 1] == 0x0a })
        else { throw .malformed(.note) }
        let lines = bytes[(blank + 2)...].dropLast().split(separator: 0x0a, omittingEmptySubsequences: false)
        guard lines.count <= Self.maximumSignatures else { throw .malformed(.note) }
        var signatures: [NoteSignature] = []
        for line in lines { signatures.append(try NoteSignature(line: Array(line))) }
        try self.init(text: Array(bytes[...blank]), signatures: signatures)
    }

    /// The text, a blank line and the signature lines.
    package var encoded: [UInt8] {
        text + [0x0a] + signatures.flatMap { Array($0.line.utf8) }
    }

    /// SHA-256 of the signed text: how other records name this one.
    package var textHash: [UInt8] { Digest.sha256(text) }

    /// The trusted keys that signed, each once. Lines by unknown keys are ignored.
    /// - Parameter least: how many different public keys must have signed.
    /// - Throws: `LedgerError.badSignature` if any line by a trusted key does not verify, `.tooFewSignatures`.
    @discardableResult
    package func verify(
        with trusted: [NoteVerifier], atLeast least: Int = 1
    ) throws(LedgerError) -> [NoteVerifier] {
        var signed: [NoteVerifier] = []
        for signature in signatures {
            for verifier in trusted where verifier.matches(signature) {
                guard verifier.key.accepts(signature.signature, for: text) else { throw .badSignature }
                if !signed.contains(where: { $0.key == verifier.key }) { signed.append(verifier) }
            }
        }
        guard signed.count >= max(1, least) else { throw .tooFewSignatures }
        return signed
    }

    private static func isText(_ text: [UInt8]) -> Bool {
        text.last == 0x0a && text.allSatisfy { $0 >= 0x20 || $0 == 0x0a }
            && String(validating: text, as: UTF8.self) != nil
    }
}
