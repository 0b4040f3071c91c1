/// The workflow of a report of suspicious activity, as a table a supervisor could read aloud.
///
/// No action without research: `proposed` needs it, and nothing but `proposed` leads to `authorised`, except an urgent threat to
/// life, which may be acted on first and must be ratified by somebody else within a day.
package enum ActivityWorkflow {
    private static let desk: Set<Role> = [.officer, .supervisor]
    private static let working: Set<CaseState> = [.opened, .triaged, .researched]
    private static let open: Set<CaseState> = working.union([.proposed, .authorised, .actedFirst, .noActionProposed])

    package static let table = WorkflowTable(
        working: [(.researched, .research), (.triaged, .triage), (.opened, nil)], resting: [.authorised],
        StepRule.looking(by: desk, while: open) + StepRule.adding(by: desk, while: open)
            + StepRule.messaging(by: desk, second: [.supervisor], while: open) + steps
            // No further action needs a second person too, also where an authorised action is given up.
            + StepRule.noAction(
                by: desk, second: [.supervisor], from: working.union([.authorised]),
                needs: [.everythingOpened, .triage])
            + StepRule.ending(by: desk)
            + StepRule.reviewing(by: [.supervisor], contact: [.supervisor], while: open)
            + StepRule.breakingGlass(by: desk, reviewing: [.supervisor], while: open))

    private static let steps: [StepRule] = [
        StepRule(.triaged, by: desk, from: open, to: .resume),
        StepRule(.researched, by: desk, from: open, to: .resume),

        // Acting. Two people, each unlocking a key for this one signature.
        StepRule(
            .proposed, by: desk, from: working, to: .state(.proposed),
            needs: [.everythingOpened, .triage, .research, .holding], signature: .grave),
        StepRule(.withdrawn, by: desk, from: [.proposed, .noActionProposed], to: .resume, needs: [.samePerson]),
        StepRule(
            .authorised, by: [.supervisor], from: [.proposed], to: .state(.authorised),
            needs: [.research, .anotherPerson, .changesRead], signature: .grave),
        StepRule(.refused, by: [.supervisor], from: [.proposed], to: .resume, needs: [.anotherPerson]),
        StepRule(.actedFirst, by: desk, from: working, to: .state(.actedFirst), needs: [.holding], signature: .grave),
        StepRule(
            .ratified, by: [.supervisor], from: [.actedFirst], to: .state(.authorised), needs: [.anotherPerson],
            signature: .grave),
        StepRule(.notRatified, by: [.supervisor], from: [.actedFirst], to: .resume, needs: [.anotherPerson]),
        StepRule(
            .decided, by: desk, from: [.authorised], to: .state(.decided),
            needs: [.everythingOpened, .research, .holding]),
    ]
}
