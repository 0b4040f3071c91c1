extension OfficerCertificate {
    /// How many registrars, of as many persons, sign a certificate.
    package static let registrarsNeeded = 2

    /// Opens a certificate and checks that it counts in `batch` under a manifest that has itself been verified.
    /// - Throws: `LedgerError`: `.tooFewSignatures` or `.samePerson` for its registrars, `.revoked`,
    ///   `.notValidAtBatch`, `.otherOrigin`, or what the formats throw.
    package static func verified(
        _ note: [UInt8], under manifest: Manifest, at batch: Int
    ) throws(LedgerError) -> OfficerCertificate {
        let certificate = try attested(note, under: manifest)
        try manifest.checkUsable(certificate, at: batch)
        return certificate
    }

    /// Opens a certificate and checks its registrars, but not whether it counts now: for old statements, whose own
    /// batch is then checked against it.
    package static func attested(_ note: [UInt8], under manifest: Manifest) throws(LedgerError) -> OfficerCertificate {
        let note = try SignedNote(parsing: note)
        let certificate = try OfficerCertificate(parsing: note.text)
        guard certificate.origin == manifest.origin else { throw .otherOrigin }
        let signers = try note.verify(with: manifest.registrars.map(\.verifier), atLeast: registrarsNeeded)
        let persons = Set(manifest.registrars.filter { signers.contains($0.verifier) }.map(\.person))
        guard persons.count >= registrarsNeeded else { throw .samePerson }
        return certificate
    }
}

extension Manifest {
    /// - Throws: `LedgerError.notValidAtBatch` or `.revoked`.
    package func checkUsable(_ certificate: OfficerCertificate, at batch: Int) throws(LedgerError) {
        guard certificate.valid.contains(batch) else { throw .notValidAtBatch }
        guard !isRevoked(certificate.hash, at: batch) else { throw .revoked }
    }
}
