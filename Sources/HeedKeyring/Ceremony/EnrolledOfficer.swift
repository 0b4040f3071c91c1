package import HeedLedger
package import HeedVault

/// An officer as a ceremony leaves them: rows for the database, and what goes on the enrolment card.
package struct EnrolledOfficer: Sendable, Unprintable {
    package let certificate: OfficerCertificate
    /// The certificate signed by two registrars.
    package let certificateNote: [UInt8]
    package let files: OfficerFiles
    /// For the card.
    package let secretCode: SecretCode
    /// For the card.
    package let totp: TOTP
}
