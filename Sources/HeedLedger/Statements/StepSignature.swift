package import HeedVault

/// One signature under a step statement, with the certificate that vouches for its key.
package struct StepSignature: Hashable, Sendable {
    /// Which of an officer's two keys signed.
    package enum Kind: String, Sendable {
        /// Unlocked for the session.
        case routine
        /// Unlocked for this signature alone.
        case grave
    }

    package let kind: Kind
    /// Hash of the signer's certificate, 32 bytes.
    package let certificate: [UInt8]
    /// 64 bytes.
    package let signature: [UInt8]

    /// Signs a statement.
    /// - Throws: `LedgerError.wrongSignatureKind` if the seed is not the one the certificate names for this kind.
    package init(
        of statement: StepStatement, kind: Kind, certificate: OfficerCertificate, seed: SigningSeed
    ) throws(LedgerError) {
        let key = kind == .routine ? certificate.routineKey : certificate.graveKey
        guard try seed.ledgerVerifyKey == key else { throw .wrongSignatureKind }
        self.kind = kind
        self.certificate = certificate.hash
        signature = try seed.ledgerSignature(of: statement.text)
    }

    var line: String { "sig \(kind.rawValue) \(base64(certificate)) \(base64(signature))\n" }

    init(_ field: String, _ reader: LineReader) throws(LedgerError) {
        let words = try reader.words(field, count: 3)
        guard let kind = Kind(rawValue: words[0]) else { throw reader.failure }
        self.kind = kind
        certificate = try reader.bytes(from: words[1], count: 32)
        signature = try reader.bytes(from: words[2], count: 64)
    }
}
