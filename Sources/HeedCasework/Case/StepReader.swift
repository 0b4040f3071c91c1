import HeedCore
import HeedLedger
import HeedStore
import HeedVault

/// Opens a thread's steps in order and checks each against its row, its certificate, the rules and the step before.
/// A step that fails any of these is reported and counts for nothing.
struct StepReader {
    let reader: CaseReader
    let ledgerKey: LedgerKey

    struct History {
        var steps: [OpenedStep] = []
        var facts: CaseFacts
        var warnings: Set<CaseWarning> = []
    }

    func read(facts: CaseFacts) -> History {
        let handle = ThreadHandle(ledgerKey: ledgerKey)
        var history = History(facts: facts)
        var previous = ""
        for (index, row) in reader.rows.steps.enumerated() {
            if row.number != index + 1 { history.warnings.insert(.stepsMissing) }
            guard let opened = open(row, handle: handle, previous: previous, history: history) else {
                history.warnings.insert(.stepUnproven(row.number))
                // What follows is judged by what the unproven record says of itself, so that one bad row is one warning.
                previous = digestUnchecked(row) ?? ""
                continue
            }
            previous = HeedCore.Hex.encode(opened.digest)
            history.steps.append(opened)
            history.facts.apply(opened.step)
        }
        return history
    }

    private func open(_ row: StepRow, handle: ThreadHandle, previous: String, history: History) -> OpenedStep? {
        guard let record = record(of: row),
            let text = try? SortedJSON.decode(StepText.self, from: record.text),
            let verb = Verb(rawValue: row.verb), let id = RecordID(bytes: row.id),
            let certificateRow = reader.certificates[row.certificate],
            let certificate = try? reader.trust.attested(certificateRow),
            let rule = history.facts.kind.workflow.rule(for: verb)
        else { return nil }
        let statement = record.step.statement
        guard
            (try? record.step.verify(
                thread: handle, item: row.item, record: record.text, needs: rule.requirement,
                certificates: [certificate], manifest: reader.trust.manifest)) != nil,
            statement.step == row.id, statement.verb == row.verb, statement.batch == row.batch,
            certificate.person == row.person, row.role == Role(number: statement.role.number)?.rawValue,
            let role = Role(number: statement.role.number), rule.roles.contains(role),
            text.v == 1, text.number == row.number, text.previous == previous, text.username == certificate.username
        else { return nil }
        let step = CaseStep(
            id: id, number: row.number, item: row.item, verb: verb, role: role, person: certificate.person,
            username: certificate.username, time: text.time, body: text.body)
        let opened = OpenedStep(
            step: step, statement: String(decoding: record.step.encoded, as: UTF8.self), digest: record.step.digest,
            record: record, certificate: certificate, itemsRead: Set(text.itemsRead))
        return SecondPerson.isProven(opened, row: row, history: history) ? opened : nil
    }

    private func record(of row: StepRow) -> HeedLedger.StepRecord? {
        guard let sealed = reader.rows.object(row.object), sealed.purpose == .step,
            let opened = reader.unseal(sealed)
        else { return nil }
        return try? HeedLedger.StepRecord(parsing: opened.content.content)
    }

    private func digestUnchecked(_ row: StepRow) -> String? {
        record(of: row).map { HeedCore.Hex.encode($0.step.digest) }
    }
}
