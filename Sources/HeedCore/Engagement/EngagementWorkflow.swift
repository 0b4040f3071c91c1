/// The workflow of an invitation or a question to the local Prevent team, as a table a supervisor could read aloud.
/// What took place is counted by kind of group and by how many came, and by nothing else about them.
package enum EngagementWorkflow {
    private static let team: Set<Role> = [.prevent]
    private static let working: Set<CaseState> = [.opened]
    private static let open: Set<CaseState> = working.union([.booked, .noActionProposed])

    package static let table = WorkflowTable(
        working: [(.opened, nil)], resting: [.booked],
        StepRule.looking(by: team, while: open) + StepRule.adding(by: team, while: open)
            + StepRule.messaging(by: team, second: team, while: open)
            + [StepRule.contacting(by: team, while: open)] + steps
            + StepRule.noAction(by: team, second: team, from: working.union([.booked]), needs: [.everythingOpened])
            + StepRule.ending(by: team)
            + StepRule.reviewing(by: team, contact: team, while: open)
            + StepRule.breakingGlass(by: team, reviewing: team, while: open))

    private static let steps: [StepRule] = [
        StepRule(
            .answered, by: team, from: working, to: .state(.decided), needs: [.everythingOpened, .holding],
            records: [RecordField("reply", .text(rows: 5), required: true)]),
        StepRule(
            .booked, by: team, from: [.opened, .booked], to: .state(.booked),
            needs: [.everythingOpened, .holding],
            records: [
                RecordField("day", .day, required: true), RecordField("place", .line, required: true), .gist,
            ]),
        StepRule(
            .held, by: team, from: [.booked], to: .state(.decided), needs: [.everythingOpened, .holding],
            records: [
                RecordField("day", .day, required: true),
                RecordField("audience", .choice(EngagementForm.groups), required: true),
                RecordField("attended", .number(0...100_000), required: true),
                RecordField("outcome_said", .text(rows: 4)),
            ]),
        StepRule.raising(by: team, from: working),
        StepRule(.withdrawn, by: team, from: [.noActionProposed], to: .resume, needs: [.samePerson]),
    ]
}
