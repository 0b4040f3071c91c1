package import HeedLedger
package import HeedVault

/// A root key, made once and kept offline: it signs manifests and nothing else.
package struct RootKey: Sendable, Unprintable {
    package let label: String
    package let seed: SigningSeed
    /// What every process pins in its configuration.
    package let verifier: NoteVerifier

    package static func generate(origin: String, label: String) throws(KeyringError) -> RootKey {
        try RootKey(origin: origin, label: label, seed: SigningSeed())
    }

    /// A root key as its holder kept it.
    package init(origin: String, label: String, seed: SigningSeed) throws(KeyringError) {
        let signer = try ledgered { () throws(LedgerError) in
            try NoteSigner(name: Manifest.rootKeyName(origin: origin, label: label), seed: seed)
        }
        self.label = label
        self.seed = seed
        verifier = signer.verifier
    }

    /// Signs a manifest text.
    package func sign(_ text: [UInt8]) throws(KeyringError) -> NoteSignature {
        try ledgered { () throws(LedgerError) in try NoteSignature(of: text, name: verifier.name, seed: seed) }
    }
}
