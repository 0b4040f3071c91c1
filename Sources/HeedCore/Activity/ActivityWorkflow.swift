/// The workflow of a report of suspicious activity, as a table a supervisor could read aloud.
///
/// No action without research: `proposed` needs it, and nothing but `proposed` leads to `authorised`, except an urgent threat to
/// life, which may be acted on first and must be ratified by somebody else within a day.
package enum ActivityWorkflow {
    private static let desk: Set<Role> = [.officer, .supervisor]
    private static let working: Set<CaseState> = [.opened, .triaged, .researched]
    private static let open: Set<CaseState> = working.union([.proposed, .authorised, .actedFirst, .noActionProposed])
    private static let done: Set<CaseState> = [.decided, .closed]
    private static let all: Set<CaseState> = open.union(done).union([.received])

    package static let table = WorkflowTable([
        // Looking and holding. A follow-up to a finished report is opened like any other, and brings the report back to work.
        StepRule(.opened, by: desk, from: all, to: .resume),
        StepRule(.taken, by: desk, from: open, to: .stay, needs: [.unheld]),
        StepRule(.handedOver, by: desk, from: open, to: .stay, needs: [.holdingOrSupervising]),
        StepRule(.putBack, by: desk, from: open, to: .stay, needs: [.holdingOrSupervising]),
        StepRule(.broughtBack, by: desk, from: open, to: .stay, needs: [.setAside]),

        // Finding out. Additions never conflict and are welcome at any time before the end.
        StepRule(.triaged, by: desk, from: open, to: .resume),
        StepRule(.researched, by: desk, from: open, to: .resume),
        StepRule(.identified, by: desk, from: open, to: .stay),
        StepRule(.marked, by: desk, from: open, to: .stay),
        StepRule(.noted, by: desk, from: open.union(done), to: .stay),
        StepRule(.messaged, by: desk, from: open, to: .stay, needs: [.code, .messagingOpen, .roundLeft, .holding]),

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

        // Ending. No further action needs a second person too, also where an authorised action is given up.
        StepRule(
            .noActionProposed, by: desk, from: working.union([.authorised]), to: .state(.noActionProposed),
            needs: [.everythingOpened, .triage, .holding]),
        StepRule(
            .confirmed, by: [.supervisor], from: [.noActionProposed], to: .state(.decided),
            needs: [.anotherPerson, .changesRead]),
        StepRule(.sentBack, by: [.supervisor], from: [.noActionProposed], to: .resume, needs: [.anotherPerson]),
        StepRule(
            .decided, by: desk, from: [.authorised], to: .state(.decided),
            needs: [.everythingOpened, .research, .holding]),
        StepRule(.closed, by: desk, from: [.decided], to: .state(.closed), needs: [.everythingOpened]),
        StepRule(.reopened, by: desk, from: done, to: .resume),
    ])
}
