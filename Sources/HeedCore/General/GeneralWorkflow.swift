/// The workflow of a general question, as a table a supervisor could read aloud.
/// The desk that reads reports reads questions too: some of them are reports, and are raised as such.
package enum GeneralWorkflow {
    private static let desk: Set<Role> = [.officer, .supervisor]
    private static let open: Set<CaseState> = [.opened, .noActionProposed]

    package static let table = WorkflowTable(
        working: [(.opened, nil)],
        StepRule.looking(by: desk, while: open) + StepRule.adding(by: desk, while: open)
            + StepRule.messaging(by: desk, second: [.supervisor], while: open)
            + [StepRule.contacting(by: desk, while: open)] + steps
            + StepRule.noAction(by: desk, second: [.supervisor], from: [.opened], needs: [.everythingOpened])
            + StepRule.ending(by: desk)
            + StepRule.reviewing(by: [.supervisor], contact: desk, while: open)
            + StepRule.breakingGlass(by: desk, reviewing: [.supervisor], while: open))

    private static let steps: [StepRule] = [
        StepRule(
            .answered, by: desk, from: [.opened], to: .state(.decided), needs: [.everythingOpened, .holding],
            records: [RecordField("reply", .text(rows: 5), required: true)]),
        StepRule.raising(by: desk, from: [.opened]),
        StepRule(.withdrawn, by: desk, from: [.noActionProposed], to: .resume, needs: [.samePerson]),
    ]
}
