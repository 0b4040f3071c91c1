package import HeedVault

/// A new officer's key files with what is needed once: public keys for the certificate, the TOTP secret to enrol.
package struct NewOfficerKeys: Sendable, Unprintable {
    package let files: OfficerFiles
    package let recipient: HybridRecipient
    package let routineKey: VerifyKey
    package let graveKey: VerifyKey
    /// Shown once, on the enrolment card.
    package let totp: TOTP
    /// For a ceremony whose registrars are made in the same run; dropped with this value.
    let grave: SigningSeed
}
