import HeedCore
import HeedKeyring
import HeedLedger
import HeedSQL
import HeedStore
import HeedVault

/// A step that is signed with a key unlocked for it alone, in two phases: the officer is shown the exact statement,
/// then signs exactly that. Whatever happens to the report in between, the old statement is not signed.
struct GraveStep {
    let desk: Desk

    /// Makes the statement that will be signed, and keeps it for a few minutes. Signs nothing, writes nothing.
    func prepare(_ form: StepForm, _ draft: StepDraft) async throws -> PreparedStatement {
        try await desk.asOfficer(form.session) { officer, _ in try await prepare(form, draft, officer) }
    }

    private func prepare(
        _ form: StepForm, _ draft: StepDraft, _ officer: UnlockedOfficer
    ) async throws -> PreparedStatement {
        let file = try await desk.load(form.thread, as: officer)
        try await refusing(draft, form, officer) {
            try StepCheck(desk: desk, officer: officer).require(draft, on: file, seen: form.version)
        }
        let now = desk.clock.now()
        let made = try SignedPiece.make(
            draft, on: file, by: officer,
            itemsRead: desk.readings.items(of: file.thread, readBy: officer.officer.person), at: now,
            batch: file.rows.currentBatch
        ) { _ in nil }
        let piece = made[0].piece
        let token = HeedVault.Hex.encode(Digest.sha256(piece.statement.text))
        let expires = now + desk.settings.signingTime
        desk.prepared.keep(
            PreparedSteps.Prepared(
                username: officer.officer.username, form: form, draft: draft, piece: piece, expires: expires),
            as: token, at: now)
        return PreparedStatement(
            token: token, statement: String(decoding: piece.statement.text, as: UTF8.self), body: piece.body,
            expires: expires)
    }

    /// Unlocks the officer's grave key for this one signature and takes the step.
    /// - Throws: `Refusal.notAllowed(.cannotUnlock)` for anything wrong with what was typed, one answer for all;
    ///   `Refusal.conflict` where the report moved since the statement was shown; `Refusal.notNow("refusal.prepared")`
    ///   where it waited too long or was made for somebody else.
    func sign(session: String, token: String, credentials: Credentials) async throws -> TakenStep {
        try await desk.asOfficer(session) { officer, keys in try await sign(token, credentials, officer, keys) }
    }

    private func sign(
        _ token: String, _ credentials: Credentials, _ officer: UnlockedOfficer, _ keys: borrowing SessionKeys
    ) async throws -> TakenStep {
        guard let prepared = desk.prepared.find(token, by: officer.officer.username, at: desk.clock.now()) else {
            throw Refusal.notNow("refusal.prepared")
        }
        let file = try await desk.load(prepared.form.thread, as: officer)
        try await refusing(prepared.draft, prepared.form, officer) {
            guard file.facts.lastStep + 1 == prepared.piece.number else { throw Refusal.conflict }
            try StepCheck(desk: desk, officer: officer).require(
                prepared.draft, on: file, seen: file.facts.lastStep)
            if SecondPerson.consents.contains(prepared.draft.verb) {
                try Release.checkProposal(answeredBy: prepared.draft.verb, in: file, manifest: desk.trust.manifest)
            }
        }
        // Before the code is spent: what cannot be made up is not signed.
        let extra = try prepared.draft.also.make(file, officer, keys)
        let (signature, totpStep) = try await unlock(officer, credentials, prepared.piece.statement)
        let signed = try SignedStep(prepared.piece.statement, signatures: [signature])
        let rows = try StepRows(prepared.piece, signed: signed, file: file, officer: officer, desk: desk)
        desk.prepared.forget(token)
        let username = officer.officer.username
        do {
            return try await StepCommit(desk: desk, officer: officer, file: file, batch: nil).write([rows]) { db in
                try extra(db)
                guard try db.useTOTPStep(totpStep, of: username) else { throw Refusal.notAllowed(.cannotUnlock) }
            }
        } catch StoreError.conflict, SQLError.unique, SQLError.serialization {
            throw Refusal.conflict
        }
    }

    private func unlock(
        _ officer: UnlockedOfficer, _ credentials: Credentials, _ statement: StepStatement
    ) async throws -> (StepSignature, Int) {
        let key = try await desk.graveKey(of: officer.officer.username, credentials, for: "sign")
        let step = Int(key.totpStep)
        do {
            return (try key.sign(statement, certificate: officer.certificate), step)
        } catch {
            throw Refusal.notAllowed(.cannotUnlock)
        }
    }

    private func refusing(
        _ draft: StepDraft, _ form: StepForm, _ officer: UnlockedOfficer, _ check: () throws -> Void
    ) async throws {
        do {
            try check()
        } catch let refusal as Refusal {
            try await desk.record(
                .accessRefused, by: officer.officer.username, on: form.thread.hex, detail: draft.verb.rawValue)
            throw refusal
        }
    }
}
