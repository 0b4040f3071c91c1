package import HeedVault

/// A named Ed25519 key that signs notes: a receipt key, a log key.
/// Holds its seed in storage that wipes itself; never prints it.
package struct NoteSigner: Sendable, Unprintable {
    package let verifier: NoteVerifier
    private let seed: SigningSeed

    /// - Throws: `LedgerError.badToken` for a name that notes do not allow.
    package init(name: String, seed: SigningSeed) throws(LedgerError) {
        verifier = try NoteVerifier(name: name, key: seed.ledgerVerifyKey)
        self.seed = seed
    }

    package func signature(of text: [UInt8]) throws(LedgerError) -> NoteSignature {
        try NoteSignature(of: text, name: verifier.name, seed: seed)
    }
}
