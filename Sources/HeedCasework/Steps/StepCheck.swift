import HeedCore
import HeedStore

/// Whether a step may be taken on a file as it stands: the table's rule, and that nobody came first.
struct StepCheck {
    let desk: Desk
    let officer: UnlockedOfficer

    /// - Parameter seen: the number of the last step that the officer's page showed.
    /// - Throws: `Refusal`.
    func require(_ draft: StepDraft, on file: CaseFile, seen: Int) throws {
        guard file.isWhole || [.noted, .identityOpened].contains(draft.verb) else {
            throw Refusal.notNow("refusal.unproven")
        }
        if draft.verb == .opened {
            // Two officers press the button together: one holds it, the other is told so.
            guard let item = draft.items.first, file.rows.items.contains(where: { $0.item == item }) else {
                throw Refusal.notFound
            }
            guard file.facts.unopened.contains(item) else { throw Refusal.conflict }
        } else if !draft.isAddition {
            guard file.facts.lastStep == seen else { throw Refusal.conflict }
        }
        try Workflow.require(
            draft.verb, by: officer.officer, facts: file.facts,
            itemsRead: desk.readings.items(of: file.thread, readBy: officer.officer.person))
    }
}
