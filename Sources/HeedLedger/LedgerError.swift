/// Why a ledger record was refused.
/// Carries no text from the record, so it may be logged.
package enum LedgerError: Error, Equatable, Sendable {
    /// A record of the named format is not written exactly as its document says.
    case malformed(Format)
    /// A number is outside what its format can carry.
    case outOfRange
    /// A key, digest or salt does not have its fixed length.
    case wrongLength
    /// A name, role or token holds a character that its format does not allow.
    case badToken
    /// The signing primitive refused.
    case cannotSign
    /// A signature by a known key does not verify.
    case badSignature
    /// Fewer distinct trusted keys or persons signed than the rule asks for.
    case tooFewSignatures
    /// Two signatures that must come from two persons come from one.
    case samePerson
    /// The record belongs to another log origin.
    case otherOrigin
    /// The statement is about another thread or item.
    case otherThread
    /// The signing certificate is not among those given.
    case unknownCertificate
    /// The certificate was revoked at or before the batch in question.
    case revoked
    /// The batch lies outside the validity of the certificate or key.
    case notValidAtBatch
    /// The officer's certificate does not hold the role that the statement claims.
    case roleNotCertified
    /// A key of the wrong kind signed, or the wrong number of them did.
    case wrongSignatureKind
    /// The statement covers other record text.
    case otherRecord
    /// A manifest lower than one already seen.
    case manifestRolledBack
    /// Another manifest with a version already seen.
    case manifestForked
    /// The manifest pin could not be read or written durably; the value is `errno`.
    case pinFile(Int32)

    /// The formats of this target, as named in `Docs/formats`.
    package enum Format: Equatable, Sendable {
        case parameters, note, verifierKey, receipt, statement, manifest, manifestPin, certificate, grant
    }
}
