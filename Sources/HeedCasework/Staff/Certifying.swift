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
        let note = try SignedNote(text: certificate.text, signatures: signatures).encoded
        do {
            let batch = try await desk.database.read { db in try db.currentBatch() }
            _ = try OfficerCertificate.verified(note, under: desk.trust.manifest, at: batch)
        } catch is LedgerError {
            throw Refusal.notAllowed("refusal.registrars")
        }
        let row = CertificateRow(
            hash: certificate.hash, username: certificate.username, person: certificate.person,
            note: String(decoding: note, as: UTF8.self))
        return Certified(certificate: certificate, row: row, usedSteps: used)
    }

    /// Stores the certificate and uses up the registrars' codes, in the caller's transaction.
    func store(_ certified: Certified, in db: Connection) throws {
        for (username, step) in certified.usedSteps {
            guard try db.useTOTPStep(step, of: username) else { throw Refusal.notAllowed(.cannotUnlock) }
        }
        try db.insert(certified.row)
    }

    private func sign(_ text: [UInt8], _ registrar: RegistrarConsent) async throws -> (NoteSignature, Int) {
        let (desk, name) = (desk, registrar.username)
        let account = try await desk.database.read { db -> (OfficerRow, OfficerCertificate)? in
            guard let row = try db.officer(name), row.isActive, let note = try db.certificate(row.certificate),
                let certificate = try? desk.trust.usable(note, at: db.currentBatch())
            else { return nil }
            return (row, certificate)
        }
        do {
            let key = try await desk.unlock.grave(
                file: account?.0.graveFile, credentials: registrar.credentials,
                unixSeconds: desk.clock.now().seconds, lastStep: account.map { UInt64($0.0.lastTOTPStep) })
            guard let account else { throw Refusal.notAllowed(.cannotUnlock) }
            let step = Int(key.totpStep)
            let keyName = Registrar.keyName(origin: desk.trust.manifest.origin, person: account.1.person)
            return (try key.signNote(text, name: keyName), step)
        } catch is KeyringError {
            try await desk.record(.signInFailed, by: account == nil ? "unknown" : name, detail: "certify")
            throw Refusal.notAllowed(.cannotUnlock)
        }
    }
}
