import HeedCore
import HeedKeyring
import HeedLedger
import HeedSQL
import HeedStore

/// Takes a routine step: checks the rule, signs with the session's key, writes everything at once.
///
/// What somebody else did meanwhile is never overwritten. An addition is tried again on top of it; anything else is
/// refused as a conflict, and the page shows both.
struct TakeStep {
    let desk: Desk
    private static let attempts = 32

    func perform(_ form: StepForm, _ draft: StepDraft) async throws -> TakenStep {
        try await desk.asOfficer(form.session) { officer, keys in
            try await perform(form, draft, officer, keys)
        }
    }

    func perform(
        _ form: StepForm, _ draft: StepDraft, _ officer: UnlockedOfficer, _ keys: borrowing SessionKeys
    ) async throws -> TakenStep {
        for _ in 0..<Self.attempts {
            let file = try await desk.load(form.thread, as: officer)
            do {
                try check(draft, form, file, officer)
                return try await attempt(draft, file, officer, keys)
            } catch StoreError.conflict, SQLError.unique, SQLError.serialization {
                continue
            } catch Refusal.notValid(let problems) {
                throw Refusal.notValid(problems)
            } catch let refusal as Refusal {
                try await desk.record(
                    .accessRefused, by: officer.officer.username, on: form.thread.hex, detail: draft.verb.rawValue)
                throw refusal
            }
        }
        throw Refusal.conflict
    }

    private func check(
        _ draft: StepDraft, _ form: StepForm, _ file: CaseFile, _ officer: UnlockedOfficer
    ) throws {
        try StepCheck(desk: desk, officer: officer).require(draft, on: file, seen: form.version)
        guard file.kind.workflow.rule(for: draft.verb)?.signature == .routine else {
            throw Refusal.notAllowed("refusal.sign-page")
        }
    }

    private func attempt(
        _ draft: StepDraft, _ file: CaseFile, _ officer: UnlockedOfficer, _ keys: borrowing SessionKeys
    ) async throws -> TakenStep {
        let batch = file.rows.currentBatch
        let made = try SignedPiece.make(
            draft, on: file, by: officer,
            itemsRead: desk.readings.items(of: file.thread, readBy: officer.officer.person), at: desk.clock.now(),
            batch: batch
        ) { statement in
            try keys.sign(statement, certificate: officer.certificate)
        }
        var rows: [StepRows] = []
        for (piece, signed) in made {
            guard let signed else { continue }
            rows.append(try StepRows(piece, signed: signed, file: file, officer: officer, desk: desk))
        }
        let extra = try draft.also.make(file, officer, keys)
        return try await StepCommit(desk: desk, officer: officer, file: file, batch: batch).write(rows, also: extra)
    }
}
