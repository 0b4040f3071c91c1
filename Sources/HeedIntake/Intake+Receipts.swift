import HeedCore
import HeedLedger
import HeedStore
import HeedVault

/// Receipts: built from stored fields alone, so that a repeated send gets the same bytes.
extension Intake {
    func receipt(for item: StoredItem, ledgerKey: LedgerKey) throws -> Receipt {
        let digest = SealedObject.envelopeDigest(kc: item.keyCommitment, payloadSHA256: item.payloadDigest)
        let cohort = calendar.cohort(of: item.batch)
        let leaf = try Leaf(
            key: LeafKey(ledgerKey: ledgerKey, item: item.item, kind: .received), cohort: cohort, detail: digest)
        return try Receipt(
            origin: keys.instance.origin, entry: leaf.entry, detail: digest, cohort: cohort, calendar: calendar,
            manifestHash: item.manifest)
    }

    /// Called after the commit, so it cannot fail: the key signed a probe when it was loaded.
    func acknowledge(_ kind: Acknowledgement.Kind, _ receipt: Receipt) -> Acknowledgement {
        let note = try? receipt.signed(by: keys.receiptSigner)
        return Acknowledgement(
            kind: kind, receipt: note.map { String(decoding: $0.encoded, as: UTF8.self) } ?? "",
            includeBy: receipt.includeByDate.description,
            lookAgain: calendar.closingDate(of: calendar.openedDue(cohort: receipt.cohort)).description)
    }
}
