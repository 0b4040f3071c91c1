/// Everything that one received item becomes in the store, to be inserted together or not at all.
/// `thread` is there for a report alone; a follow-up raises the thread that stands.
package struct ItemPlacement: Sendable {
    package var thread: ThreadRow?
    package var item: ItemRow
    package var objects: [SealedRow]
    package var leaf: PendingLeafRow
    package var mark: RepeatRow
    /// Says that a round of questions has an answer; the first answer's stays.
    package var answer: RepeatRow?
    /// Rings the alarms of the thread again: somebody is in danger.
    package var wakes: Bool
    /// The batch by which a person must have opened it.
    package var dueBatch: Int

    package init(
        thread: ThreadRow?, item: ItemRow, objects: [SealedRow], leaf: PendingLeafRow, mark: RepeatRow,
        answer: RepeatRow?, wakes: Bool, dueBatch: Int
    ) {
        self.thread = thread
        self.item = item
        self.objects = objects
        self.leaf = leaf
        self.mark = mark
        self.answer = answer
        self.wakes = wakes
        self.dueBatch = dueBatch
    }
}
