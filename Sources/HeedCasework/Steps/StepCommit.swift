import HeedCore
import HeedLedger
import HeedSQL
import HeedStore

/// Writes a signed step: event, sealed record, item, leaf, thread, card and audit row, in one transaction or not at all.
/// Refused where anything moved since the file was read, or where the officer's certificate no longer counts.
struct StepCommit {
    let desk: Desk
    let officer: UnlockedOfficer
    let file: CaseFile
    /// The batch that must still be open; nil for a statement that was shown before it was signed.
    let batch: Int?

    /// - Parameter also: what else belongs in the transaction.
    /// - Throws: `StoreError.conflict` or `SQLError.unique` where somebody else came first; `Refusal` where what is counted over
    ///   all reports has reached its cap meanwhile.
    func write(
        _ steps: [StepRows], also: @escaping @Sendable (Connection) throws -> Void = { _ in }
    ) async throws -> TakenStep {
        var facts = file.facts
        var gist = file.gist
        for step in steps {
            facts.apply(step.applied)
            gist.take(step.applied.body)
        }
        let times = CaseTimes(
            items: file.items, answers: file.answers, steps: file.steps.map(\.step) + steps.map(\.applied),
            facts: facts)
        let card = try CardMaker.row(
            CardMaker.card(of: file, facts: facts, times: times, gist: gist), of: file,
            version: file.rows.thread.version + 1, officer: officer)
        let last = steps[steps.count - 1].applied
        let change = ThreadChange(facts: facts, due: dueBatch(facts), keepsWake: last.verb != .opened)
        let read = answersRead(facts)
        let (desk, officer, file, batch) = (desk, officer, file, batch)
        try await desk.database.write { db in
            try officer.checkStillCounts(in: db, trust: desk.trust)
            if let batch, try db.currentBatch() != batch { throw StoreError.conflict }
            try checkLooks(steps, in: db)
            try db.move(
                file.thread.bytes, from: file.rows.thread.version, to: change.status, keepsWake: change.keepsWake,
                dueBatch: change.due)
            for step in steps { try step.insert(in: db) }
            try db.upsert(card)
            try db.markRead(read)
            try also(db)
            for step in steps {
                desk.audit.append(
                    .stepTaken, by: officer.officer.username, on: file.thread.hex,
                    detail: "\(step.applied.verb.rawValue) \(step.applied.number)", at: step.applied.time, in: db)
                if let verb = AuditVerb.ofGlass(step.applied.verb) {
                    desk.audit.append(
                        verb, by: officer.officer.username, on: file.thread.hex, reason: step.applied.glassReason,
                        at: step.applied.time, in: db)
                }
            }
        }
        officer.dues.forgetCount()
        return TakenStep(thread: file.thread, number: last.number, state: facts.state)
    }

    private struct ThreadChange: Sendable {
        let status: ThreadRow.Status
        let due: Int?
        let keepsWake: Bool

        init(facts: CaseFacts, due: Int?, keepsWake: Bool) {
            status =
                facts.state == .received ? .received : facts.state.isOpen || !facts.isEverythingRead ? .open : .closed
            self.due = due
            self.keepsWake = keepsWake
        }
    }

    /// Partners' answers that nobody has to read any more. One that does not open is among them: whoever takes a step has been
    /// told of it on the report's page, and nobody could ever read it.
    private func answersRead(_ facts: CaseFacts) -> [[UInt8]] {
        file.rows.answers.map(\.object).filter { object in
            RecordID(bytes: object).map { !facts.unreadAnswers.contains($0) } ?? true
        }
    }

    /// The first promise that is still to be kept: opening what nobody opened, deciding what nobody decided.
    private func dueBatch(_ facts: CaseFacts) -> Int? {
        file.rows.items.compactMap { item in
            let cohort = desk.calendar.cohort(of: item.batch)
            if facts.unopened.contains(item.item) { return desk.calendar.openedDue(cohort: cohort) }
            if facts.undecided.contains(item.item) { return desk.calendar.decidedDue(cohort: cohort) }
            return nil
        }.min()
    }
}
