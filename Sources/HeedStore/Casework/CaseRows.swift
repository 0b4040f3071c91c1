/// Everything stored about one thread that its page needs, as of one moment.
package struct CaseRows: Sendable {
    package let thread: ThreadRow
    package let items: [ItemRow]
    package let steps: [StepRow]
    /// Report, follow-ups, contact, steps and replies; the contact's payload is left out.
    package let objects: [SealedRow]
    package let replies: [ReplyRow]
    /// What partners were asked, and what they answered.
    package let requests: [PartnerRequestRow]
    package let answers: [PartnerAnswerRow]
    package let currentBatch: Int

    /// The sealed report (item 0) or follow-up.
    package func sealedItem(_ number: Int) -> SealedRow? {
        objects.first { $0.item == number && $0.purpose == (number == 0 ? .report : .followUp) }
    }

    package func object(_ id: [UInt8]?) -> SealedRow? {
        id.flatMap { id in objects.first { $0.id == id } }
    }
}
