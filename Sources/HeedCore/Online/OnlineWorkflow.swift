/// The workflow of a report of something online, as a table a supervisor could read aloud.
///
/// An officer says what it is before anything is done with it. Each ending fits what the officer said: what looks unlawful is
/// forwarded to the national unit and its answer recorded, what only breaks a platform's rules or is no terrorism is said
/// to be so and passed on. No further action needs a second person. Nothing is taken down from here.
package enum OnlineWorkflow {
    private static let desk: Set<Role> = [.officer, .supervisor]
    private static let working: Set<CaseState> = [.opened, .assessed]
    private static let open: Set<CaseState> = working.union([.forwarded, .noActionProposed])
    private static let all: Set<CaseState> = open.union([.received, .decided, .closed])
    private static let done: Set<CaseState> = [.decided, .closed]

    package static let table = WorkflowTable([
        // Looking and holding.
        StepRule(.opened, by: desk, from: all, to: .resume),
        StepRule(.taken, by: desk, from: open, to: .stay, needs: [.unheld]),
        StepRule(.handedOver, by: desk, from: open, to: .stay, needs: [.holdingOrSupervising]),
        StepRule(.putBack, by: desk, from: open, to: .stay, needs: [.holdingOrSupervising]),
        StepRule(.broughtBack, by: desk, from: open, to: .stay, needs: [.setAside]),

        // Finding out. Additions never conflict and are welcome at any time before the end.
        StepRule(.assessed, by: desk, from: open, to: .resume),
        StepRule(.researched, by: desk, from: open, to: .stay),
        StepRule(.identified, by: desk, from: open, to: .stay),
        StepRule(.marked, by: desk, from: open, to: .stay),
        StepRule(.noted, by: desk, from: open.union(done), to: .stay),
        StepRule(.messaged, by: desk, from: open, to: .stay, needs: [.code, .messagingOpen, .roundLeft, .holding]),

        // Ending, each as the assessment has it.
        StepRule(
            .forwarded, by: desk, from: working, to: .state(.forwarded),
            needs: [.everythingOpened, .unlawfulView, .holding]),
        StepRule(.answered, by: desk, from: [.forwarded], to: .state(.decided), needs: [.everythingOpened, .holding]),
        StepRule(
            .advised, by: desk, from: working, to: .state(.decided),
            needs: [.everythingOpened, .lawfulView, .holding]),
        StepRule(
            .routed, by: desk, from: working, to: .state(.decided),
            needs: [.everythingOpened, .elsewhereView, .holding]),
        StepRule(
            .noActionProposed, by: desk, from: working.union([.forwarded]), to: .state(.noActionProposed),
            needs: [.everythingOpened, .assessment, .holding]),
        StepRule(.withdrawn, by: desk, from: [.noActionProposed], to: .resume, needs: [.samePerson]),
        StepRule(
            .confirmed, by: [.supervisor], from: [.noActionProposed], to: .state(.decided),
            needs: [.anotherPerson, .changesRead]),
        StepRule(.sentBack, by: [.supervisor], from: [.noActionProposed], to: .resume, needs: [.anotherPerson]),
        StepRule(.closed, by: desk, from: [.decided], to: .state(.closed), needs: [.everythingOpened]),
        StepRule(.reopened, by: desk, from: done, to: .resume),
    ])
}
