import HeedCore
import HeedLedger
import HeedStore
import HeedVault

/// The ids under which an item's sealed objects are stored.
struct ObjectIDs: Sendable {
    let words: RecordID
    let contact: RecordID
}

extension Deliver {
    /// The rows of one sealed item.
    func placement(
        of sealed: SealedItem, ids: ObjectIDs, stored: StoredItem, leaf: PendingLeaf
    ) -> ItemPlacement {
        let calendar = intake.calendar
        let expires = stored.batch + calendar.batches(covering: intake.settings.repeatWindow)
        // Outlives the window: it goes when the thread goes.
        let answer = delivery.answerMark.map { RepeatRow(mac: $0, expiresBatch: .max) }
        var objects = [
            row(
                ids.words, sealed.words, in: sealed, purpose: sealed.place.item == 0 ? .report : .followUp,
                delivery.kind.compartment)
        ]
        if let contact = sealed.contact {
            objects.append(row(ids.contact, contact, in: sealed, purpose: .contact, delivery.kind.contactCompartment))
        }
        let due = calendar.openedDue(cohort: leaf.cohort)
        return ItemPlacement(
            thread: sealed.place.item == 0 ? thread(of: sealed, due: due) : nil,
            item: ItemRow(thread: stored.thread, item: stored.item, batch: stored.batch, manifest: stored.manifest),
            objects: objects, leaf: PendingLeafRow(leaf), mark: RepeatRow(mac: delivery.mac, expiresBatch: expires),
            answer: answer, wakes: delivery.inDanger, dueBatch: due)
    }

    private func thread(of sealed: SealedItem, due: Int) -> ThreadRow {
        ThreadRow(
            id: sealed.place.thread.bytes, tag: delivery.secrets.threadTag,
            replyKey: delivery.secrets.replyRecipient.bytes,
            compartment: delivery.kind.compartment.rawValue, epoch: intake.keys.epoch(of: delivery.kind.compartment),
            kind: delivery.kind.rawValue, wake: delivery.inDanger, dueBatch: due)
    }

    private func row(
        _ id: RecordID, _ object: SealedObject, in sealed: SealedItem, purpose: SealedRow.Purpose,
        _ compartment: Compartment
    ) -> SealedRow {
        SealedRow(
            id: id.bytes, thread: sealed.place.thread.bytes, item: sealed.place.item, purpose: purpose,
            compartment: compartment.rawValue, epoch: intake.keys.epoch(of: compartment), keyCommitment: object.kc,
            payloadDigest: object.payloadSHA256, header: object.header, payload: object.payload)
    }
}

extension PendingLeafRow {
    init(_ leaf: PendingLeaf) {
        self.init(
            t: leaf.t, entry: leaf.entry, kind: Int(leaf.kind.rawValue), cohort: leaf.cohort, saltKind: leaf.saltKind,
            commitmentBody: leaf.commitmentBody, releaseBatch: leaf.releaseBatch)
    }
}
