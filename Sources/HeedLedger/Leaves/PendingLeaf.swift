/// A finished leaf that waits for its batch: one row of `pending_leaf`.
/// Carries no thread id and no key, so the publisher needs nothing else and no table joins a thread to a leaf.
package struct PendingLeaf: Hashable, Sendable {
    /// T, 32 bytes, unique among pending and published leaves.
    package let t: [UInt8]
    /// 65 bytes.
    package let entry: [UInt8]
    package let kind: LeafKind
    package let cohort: Int
    /// 32 bytes, published at disclosure.
    package let saltKind: [UInt8]
    /// 32 bytes, published at disclosure.
    package let commitmentBody: [UInt8]
    /// The batch in which the leaf comes out at the latest (received) or exactly (opened, decided).
    package let releaseBatch: Int

    package init(_ leaf: Leaf, releaseBatch: Int) {
        t = leaf.tag
        entry = leaf.entry
        kind = leaf.kind
        cohort = leaf.cohort
        saltKind = leaf.kindSalt
        commitmentBody = leaf.bodyCommitment
        self.releaseBatch = releaseBatch
    }

    /// The leaf of one step on one item, with its release batch by the calendar.
    /// - Parameters:
    ///   - receivedIn: the batch in which the item was received; it fixes the cohort.
    ///   - takenIn: the batch in which the step is taken; the same as `receivedIn` for `received`.
    package init(
        ledgerKey: LedgerKey, item: Int, kind: LeafKind, receivedIn: Int, takenIn: Int, detail: [UInt8],
        calendar: BatchCalendar
    ) throws(LedgerError) {
        let cohort = calendar.cohort(of: receivedIn)
        let leaf = try Leaf(key: LeafKey(ledgerKey: ledgerKey, item: item, kind: kind), cohort: cohort, detail: detail)
        self.init(leaf, releaseBatch: calendar.releaseBatch(of: kind, cohort: cohort, takenIn: takenIn))
    }
}
