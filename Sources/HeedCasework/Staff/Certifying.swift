import HeedCore
import HeedKeyring
import HeedLedger
import HeedSQL
import HeedStore

/// Has two registrars sign a certificate, each with a key unlocked for it, and checks the result like anybody else's.
struct Certifying {
    let desk: Desk

    /// A certificate that two registrars signed, and the one-time codes they used for it.
    struct Certified: Sendable {
        let certificate: OfficerCertificate
        let row: CertificateRow
        let usedSteps: [(username: String, step: Int)]
    }

    /// - Throws: `Refusal.notAllowed(.cannotUnlock)` for whatever a registrar mistyped; `Refusal.notAllowed` where the
    ///   two are not registrars of two persons.
    func certify(_ certificate: OfficerCertificate, by registrars: [RegistrarConsent]) async throws -> Certified {
        var signatures: [NoteSignature] = []
        var used: [(username: String, step: Int)] = []
        for registrar in registrars {
            let (signature, step) = try await sign(certificate.text, registrar)
            signatures.append(signature)
            used.append((registrar.username, step))
        }
        let row = try await row(certificate, signed: signatures)
        return Certified(certificate: certificate, row: row, usedSteps: used)
    }

    /// A certificate with its signatures, checked as anybody else checks it.
    /// - Throws: `Refusal.notAllowed("refusal.registrars")` unless two registrars of two persons signed.
    func row(_ certificate: OfficerCertificate, signed signatures: [NoteSignature]) async throws -> CertificateRow {
        do {
            let note = try SignedNote(text: certificate.text, signatures: signatures).encoded
            let batch = try await desk.database.read { db in try db.currentBatch() }
            _ = try OfficerCertificate.verified(note, under: desk.trust.manifest, at: batch)
            return CertificateRow(
                hash: certificate.hash, username: certificate.username, person: certificate.person,
                note: String(decoding: note, as: UTF8.self))
        } catch is LedgerError {
            throw Refusal.notAllowed("refusal.registrars")
        }
    }

    /// Stores the certificate and uses up the registrars' codes, in the caller's transaction.
    func store(_ certified: Certified, in db: Connection) throws {
        for (username, step) in certified.usedSteps {
            guard try db.useTOTPStep(step, of: username) else { throw Refusal.notAllowed(.cannotUnlock) }
        }
        try db.insert(certified.row)
    }

    /// One registrar's signature, and the one-time code that was used for it.
    /// - Throws: `Refusal.notAllowed(.cannotUnlock)`, also for somebody without a certificate that counts.
    func sign(_ text: [UInt8], _ registrar: RegistrarConsent) async throws -> (NoteSignature, Int) {
        let (desk, name) = (desk, registrar.username)
        let certificate = try await desk.database.read { db -> OfficerCertificate? in
            guard let row = try db.officer(name), row.isActive, let note = try db.certificate(row.certificate) else {
                return nil
            }
            return try? desk.trust.usable(note, at: db.currentBatch())
        }
        let key = try await desk.graveKey(of: name, registrar.credentials, for: "certify")
        guard let certificate else { throw Refusal.notAllowed(.cannotUnlock) }
        let step = Int(key.totpStep)
        let keyName = Registrar.keyName(origin: desk.trust.manifest.origin, person: certificate.person)
        return (try key.signNote(text, name: keyName), step)
    }
}
