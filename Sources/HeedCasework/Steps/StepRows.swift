import HeedCore
import HeedLedger
import HeedSQL
import HeedStore
import HeedVault

/// Everything a signed step becomes in the store, made before the transaction and inserted in one.
struct StepRows: Sendable {
    let step: StepRow
    let record: SealedRow
    let leaf: PendingLeafRow?
    let itemStatus: ItemRow.Status?
    let applied: CaseStep

    init(
        _ piece: SignedPiece, signed: SignedStep, file: CaseFile, officer: UnlockedOfficer, desk: Desk
    ) throws {
        let object = RecordID.random()
        let id = signed.statement.step
        guard let stepID = RecordID(bytes: id) else { throw Refusal.notNow("refusal.unreadable") }
        let meta = StepMeta(thread: file.thread, step: stepID, number: piece.number)
        let content = SealedContent(
            meta: try SortedJSON.encode(meta),
            content: try HeedLedger.StepRecord(signed, text: piece.text).encoded)
        let sealed = try SealedObject.seal(
            content.encode(.text), to: try desk.trust.recipients(of: file.rows.thread))
        record = SealedRow(
            id: object.bytes, thread: file.thread.bytes, item: piece.item, purpose: .step,
            compartment: file.rows.thread.compartment, epoch: file.rows.thread.epoch, keyCommitment: sealed.kc,
            payloadDigest: sealed.payloadSHA256, header: sealed.header, payload: sealed.payload)
        step = StepRow(
            id: id, thread: file.thread.bytes, number: piece.number, item: piece.item, verb: piece.verb.rawValue,
            role: officer.officer.role.rawValue, certificate: officer.certificate.hash,
            person: officer.certificate.person, cosignerCertificate: piece.first?.hash,
            cosignerPerson: piece.first?.person, batch: signed.statement.batch, object: object.bytes)
        applied = CaseStep(
            id: stepID, number: piece.number, item: piece.item, verb: piece.verb, role: officer.officer.role,
            person: officer.certificate.person, username: officer.officer.username, time: piece.time, body: piece.body)
        let change = Self.change(by: piece, in: file)
        itemStatus = change?.status
        leaf = try change.map { change in
            let leaf = try PendingLeaf(
                ledgerKey: file.ledgerKey, item: piece.item, kind: change.leaf, receivedIn: change.receivedIn,
                takenIn: signed.statement.batch, detail: signed.digest, calendar: desk.calendar)
            return PendingLeafRow(
                t: leaf.t, entry: leaf.entry, kind: Int(leaf.kind.rawValue), cohort: leaf.cohort,
                saltKind: leaf.saltKind, commitmentBody: leaf.commitmentBody, releaseBatch: leaf.releaseBatch)
        }
    }

    func insert(in db: Connection) throws {
        try db.insert(record)
        try db.insert(step)
        if let itemStatus {
            try db.setStatus(
                itemStatus, of: step.item, in: step.thread,
                decidedPerson: itemStatus == .decided ? step.person : nil)
        }
        if let leaf {
            try db.insert(leaf)
        }
    }

    /// What an item moves to, once: a report that is decided again after it was reopened has its leaf already.
    private static func change(
        by piece: SignedPiece, in file: CaseFile
    ) -> (status: ItemRow.Status, leaf: LeafKind, receivedIn: Int)? {
        guard let item = file.rows.items.first(where: { $0.item == piece.item }) else { return nil }
        switch item.status {
        case .received where piece.verb == .opened: return (.opened, .opened, item.batch)
        case .opened where file.kind.workflow.decides(piece.verb): return (.decided, .decided, item.batch)
        default: return nil
        }
    }
}
