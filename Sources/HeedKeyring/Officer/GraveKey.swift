package import HeedLedger
import HeedVault

/// An officer's grave key, unlocked for one signature.
/// Cannot be copied, and each signing method consumes it: a second signature takes a second unlock.
package struct GraveKey: ~Copyable, Sendable {
    private let seed: SigningSeed
    /// The time step of the one-time code that was used: store it with the step, and refuse it again.
    package let totpStep: UInt64

    init(seed: SigningSeed, totpStep: UInt64) {
        self.seed = seed
        self.totpStep = totpStep
    }

    /// Signs the statement that was shown to the officer.
    /// - Throws: `KeyringError.ledger(.wrongSignatureKind)` if the certificate names another grave key.
    package consuming func sign(
        _ statement: StepStatement, certificate: OfficerCertificate
    ) throws(KeyringError) -> StepSignature {
        let seed = seed
        return try ledgered { () throws(LedgerError) in
            try StepSignature(of: statement, kind: .grave, certificate: certificate, seed: seed)
        }
    }

    /// Signs a note text as a registrar: certificates and grants.
    /// - Parameter name: `Registrar.keyName(origin:person:)`.
    package consuming func signNote(_ text: [UInt8], name: String) throws(KeyringError) -> NoteSignature {
        let seed = seed
        return try ledgered { () throws(LedgerError) in try NoteSignature(of: text, name: name, seed: seed) }
    }
}
