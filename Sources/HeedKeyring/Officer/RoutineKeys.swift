package import HeedLedger
package import HeedVault

/// An officer's unlocked session keys: opens what is sealed to the officer and signs everyday steps.
/// Cannot be copied; its seeds are wiped when it is dropped.
package struct RoutineKeys: ~Copyable, Sendable {
    package let identity: HybridIdentity
    package let signer: SigningSeed
    /// The time step of the one-time code that was used: store it before the session opens, and refuse it again.
    package let totpStep: UInt64

    /// Refuses keys that are not the ones the officer's certificate names.
    /// - Throws: `KeyringError.wrongKey`.
    package borrowing func check(against certificate: OfficerCertificate) throws(KeyringError) {
        let (identity, signer) = (identity, signer)
        let (recipient, key) = try vaulted { () throws(VaultError) in
            (try identity.recipient, try signer.verifyKey)
        }
        guard recipient == certificate.recipient, key == certificate.routineKey else { throw .wrongKey }
    }
}
