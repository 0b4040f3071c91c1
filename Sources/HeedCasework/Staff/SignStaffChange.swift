package import HeedCore
import HeedKeyring
import HeedLedger
import HeedSQL
import HeedStore

/// One registrar signs the certificate of a change that waits, with a key unlocked for it alone.
/// The first signature is kept; with the second, by another person, the change is made in the same transaction.
package struct SignStaffChange: Sendable {
    private let desk: Desk

    package init(_ desk: Desk) { self.desk = desk }

    /// Whether the change is made now, or waits for the other registrar.
    package enum Outcome: Sendable { case waits, made }

    package func perform(
        session: String, request: RecordID, passphrase: String, secretCode: String, oneTimeCode: String
    ) async throws -> Outcome {
        try await desk.asOfficer(session) { officer, _ in
            let row = try await row(request, for: officer)
            let consent = RegistrarConsent(
                username: officer.officer.username,
                credentials: Credentials(
                    passphrase: passphrase, secretCode: secretCode, oneTimeCode: oneTimeCode))
            let text = Array((row.certificate ?? "").utf8)
            let certifying = Certifying(desk: desk)
            let (signature, step) = try await certifying.sign(text, consent)
            guard let first = row.firstNote else {
                try await keep(signature, step, of: row, by: officer)
                return .waits
            }
            let certificate = try OfficerCertificate(parsing: text)
            let signatures = try SignedNote(parsing: Array(first.utf8)).signatures + [signature]
            let signed = try await certifying.row(certificate, signed: signatures)
            try await make(row, certificate, signed, step, by: officer)
            return .made
        }
    }

    /// The change as it waits, where this officer may sign it now.
    private func row(_ request: RecordID, for officer: UnlockedOfficer) async throws -> StaffRequestRow {
        let found = try await desk.database.read { db in try db.staffRequest(request.bytes) }
        guard desk.trust.manifest.isRegistrar(officer.certificate), let row = found, row.certificate != nil else {
            try await desk.record(.accessRefused, by: officer.officer.username, detail: "certify")
            throw Refusal.notFound
        }
        guard row.firstRegistrar != officer.officer.person else { throw Refusal.notAllowed("refusal.signed-first") }
        return row
    }

    private func keep(
        _ signature: NoteSignature, _ step: Int, of row: StaffRequestRow, by officer: UnlockedOfficer
    ) async throws {
        let (desk, now, name) = (desk, desk.clock.now(), officer.officer.username)
        var signed = row
        signed.firstRegistrar = officer.officer.person
        signed.firstNote = String(
            decoding: try SignedNote(text: Array((row.certificate ?? "").utf8), signatures: [signature]).encoded,
            as: UTF8.self)
        let kept = signed
        try await desk.database.write { db in
            guard try db.useTOTPStep(step, of: name) else { throw Refusal.notAllowed(.cannotUnlock) }
            try officer.checkStillCounts(in: db, trust: desk.trust)
            guard try db.staffRequest(row.id) == row else { throw Refusal.conflict }
            try db.update(kept)
            desk.audit.append(.staffChanged, by: name, on: row.username, detail: "signed \(row.kind)", at: now, in: db)
        }
    }

    private func make(
        _ row: StaffRequestRow, _ certificate: OfficerCertificate, _ signed: CertificateRow, _ step: Int,
        by officer: UnlockedOfficer
    ) async throws {
        let change = try change(row)
        let (desk, now, name) = (desk, desk.clock.now(), officer.officer.username)
        do {
            try await desk.database.write { db in
                guard try db.useTOTPStep(step, of: name) else { throw Refusal.notAllowed(.cannotUnlock) }
                try officer.checkStillCounts(in: db, trust: desk.trust)
                guard try db.staffRequest(row.id) == row, try db.deleteStaffRequest(row.id) else {
                    throw Refusal.conflict
                }
                try db.insert(signed)
                try change.write(certificate, in: db)
                desk.audit.append(
                    .staffChanged, by: name, on: row.username, detail: "made \(row.what)",
                    reason: "asked by \(row.askedBy), signed first by \(row.firstRegistrar ?? "")", at: now, in: db)
            }
        } catch StoreError.conflict, SQLError.unique {
            throw Refusal.conflict
        }
        desk.sessions.lockAll(username: row.username)
    }

    private func change(_ row: StaffRequestRow) throws -> CertifiedChange {
        let files = row.routineFile.flatMap { routine in
            row.graveFile.map { OfficerFiles(routine: routine, grave: $0) }
        }
        switch (StaffRequest.Kind(rawValue: row.kind), files, row.oldCertificate) {
        case (.add, let files?, nil): return .added(files)
        case (.again, let files?, let old?): return .enrolledAgain(files, old: old)
        case (.role, nil, let old?): return .role(old: old)
        default: throw Refusal.notFound
        }
    }
}

extension Manifest {
    /// Whether the certificate's grave key is one of the registrars'.
    func isRegistrar(_ certificate: OfficerCertificate) -> Bool {
        registrars.contains { $0.person == certificate.person && $0.verifier.key == certificate.graveKey }
    }
}
