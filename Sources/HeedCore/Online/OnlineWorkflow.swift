/// The workflow of a report of something online, as a table a supervisor could read aloud.
///
/// An officer says what it is before anything is done with it. Each ending fits what the officer said: what looks unlawful is
/// forwarded to the national unit and its answer recorded, what only breaks a platform's rules or is no terrorism is said
/// to be so and passed on. No further action needs a second person. Nothing is taken down from here. A report with a notice to a publisher
/// that still runs is not decided. Looking at the material is a step of its own, counted and capped; nothing asks for it.
package enum OnlineWorkflow {
    private static let desk: Set<Role> = [.officer, .supervisor]
    private static let working: Set<CaseState> = [.opened, .assessed]
    private static let open: Set<CaseState> = working.union([.forwarded, .noActionProposed])

    package static let table = WorkflowTable(
        working: [(.assessed, .assessment), (.opened, nil)], resting: [.forwarded],
        StepRule.looking(by: desk, while: open) + StepRule.adding(by: desk, while: open)
            + PublisherNotice.rules(by: desk, while: open)
            + Exposure.rules(by: desk, second: [.supervisor], while: open)
            + StepRule.messaging(by: desk, second: [.supervisor], while: open) + steps
            + StepRule.noAction(
                by: desk, second: [.supervisor], from: working.union([.forwarded]),
                needs: [.everythingOpened, .assessment, .noNoticeRuns])
            + StepRule.ending(by: desk)
            + StepRule.reviewing(by: [.supervisor], contact: [.supervisor], while: open)
            + StepRule.breakingGlass(by: desk, reviewing: [.supervisor], while: open))

    private static let steps: [StepRule] = [
        StepRule(.assessed, by: desk, from: open, to: .resume),
        StepRule(.researched, by: desk, from: open, to: .stay),
        // A file for the national unit: a disclosure, with its own signature and its digest in the step.
        StepRule(
            .fileMade, by: desk, from: [.assessed, .forwarded], to: .stay,
            needs: [.everythingOpened, .unlawfulView, .holding], signature: .grave),

        // Ending, each as the assessment has it.
        StepRule(
            .forwarded, by: desk, from: working, to: .state(.forwarded),
            needs: [.everythingOpened, .unlawfulView, .holding],
            records: [RecordField("how", .text(rows: 3), required: true)]),
        StepRule(
            .answered, by: desk, from: [.forwarded], to: .state(.decided),
            needs: [.everythingOpened, .noNoticeRuns, .holding],
            records: [RecordField("reply", .text(rows: 4), required: true)]),
        StepRule(
            .advised, by: desk, from: working, to: .state(.decided),
            needs: [.everythingOpened, .lawfulView, .noNoticeRuns, .holding],
            records: [RecordField("advice", .text(rows: 4), required: true)]),
        StepRule(
            .routed, by: desk, from: working, to: .state(.decided),
            needs: [.everythingOpened, .elsewhereView, .noNoticeRuns, .holding],
            records: [
                RecordField(
                    "recipient", .choice(["hate-crime", "child-abuse", "fraud", "other"]), required: true),
                RecordField("how", .text(rows: 3), required: true),
            ]),
        StepRule.raising(by: desk, from: working, needs: [.assessment, .noNoticeRuns]),
        StepRule(.withdrawn, by: desk, from: [.noActionProposed], to: .resume, needs: [.samePerson]),
    ]
}
