/// The workflow of an enquiry about protective security, as a table a supervisor could read aloud.
///
/// An advisor says what is wanted; then answers, or agrees a day, goes there, and looks again at what was recommended.
/// Somebody seen testing a place is no enquiry: it is raised as a report of suspicious activity.
/// What a survey finds is sealed to a compartment of its own. Nothing here says that premises meet the law.
package enum ProtectWorkflow {
    /// What an advisor goes to a place for.
    package static let activities = ["visit", "survey", "training", "meeting"]
    private static let team: Set<Role> = [.protect]
    private static let working: Set<CaseState> = [.opened, .weighed]
    private static let open: Set<CaseState> = working.union([.booked, .held, .noActionProposed])

    package static let table = WorkflowTable(
        working: [(.weighed, .weighing), (.opened, nil)], resting: [.booked, .held],
        StepRule.looking(by: team, while: open) + StepRule.adding(by: team, while: open)
            + StepRule.messaging(by: team, second: team, while: open)
            + [StepRule.contacting(by: team, while: open)] + steps
            + StepRule.noAction(by: team, second: team, from: working, needs: [.everythingOpened, .weighing])
            + StepRule.ending(by: team)
            + StepRule.reviewing(by: team, contact: team, while: open)
            + StepRule.breakingGlass(by: team, reviewing: team, while: open))

    private static let steps: [StepRule] = [
        StepRule(
            .weighed, by: team, from: working, to: .resume, needs: [.everythingOpened],
            records: [
                RecordField(
                    "request",
                    .choice(["law", "visit", "training", "event", "mail", "plans", "personal", "other"]),
                    required: true),
                RecordField(
                    "tier", .choice(["outside", "standard", "enhanced", "unclear"]), required: true),
                RecordField("event_day", .day), .gist, .priority,
            ]),
        StepRule(
            .advised, by: team, from: working, to: .state(.decided),
            needs: [.everythingOpened, .weighing, .holding],
            records: [RecordField("advice", .text(rows: 5), required: true)]),
        StepRule(
            .booked, by: team, from: working.union([.booked]), to: .state(.booked),
            needs: [.everythingOpened, .weighing, .holding],
            records: [
                RecordField("activity", .choice(activities), required: true),
                RecordField("day", .day, required: true), RecordField("place", .line),
            ]),
        StepRule(
            .held, by: team, from: [.booked], to: .state(.held), needs: [.everythingOpened, .holding],
            records: [
                RecordField("day", .day, required: true),
                RecordField("attended", .number(0...100_000), required: true),
                RecordField("came_of_it", .text(rows: 5), required: true),
            ]),
        // Under keys of its own: what it says is no part of this report's record.
        StepRule(
            .surveyed, by: team, from: [.booked, .held], to: .stay,
            needs: [.everythingOpened, .surveyPermission, .holding]),
        StepRule(
            .followedUp, by: team, from: [.held], to: .state(.decided),
            needs: [.everythingOpened, .holding],
            records: [
                RecordField("done", .choice(["all", "some", "none", "nothing-asked"]), required: true),
                RecordField("found_out", .text(rows: 4), required: true),
            ]),
        StepRule.raising(by: team, from: working),
        StepRule(.withdrawn, by: team, from: [.noActionProposed], to: .resume, needs: [.samePerson]),
    ]
}
