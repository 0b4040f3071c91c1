/// The workflow of a concern about a person, as a table a supervisor could read aloud.
///
/// Danger is looked at first, then whether help would cut across an investigation; then the police say what fits. Nothing is
/// handed to Channel before both. Support begins with consent and never without. No further action takes a second
/// person. After support ends it is looked at again, after 6 and after 12 months (Channel Duty Guidance, 2023).
/// Crossing to those who investigate is a disclosure: reasoned, and recorded like any step.
package enum PreventWorkflow {
    private static let team: Set<Role> = [.prevent]
    private static let working: Set<CaseState> = [.opened, .screened, .weighed]
    private static let helping: Set<CaseState> = [.handedOff, .supported, .policeLed]
    private static let after: Set<CaseState> = [.exited, .reviewed]
    private static let open: Set<CaseState> = working.union(helping).union(after).union([.noActionProposed])

    package static let table = WorkflowTable(
        working: [(.weighed, .gateway), (.screened, .screen), (.opened, nil)], resting: helping.union(after),
        StepRule.looking(by: team, while: open) + StepRule.adding(by: team, while: open)
            + StepRule.messaging(by: team, second: team, while: open)
            + [StepRule.contacting(by: team, while: open)] + assessing + helpingRows + [
                StepRule(.researched, by: team, from: open, to: .stay),
                StepRule(.withdrawn, by: team, from: [.noActionProposed], to: .resume, needs: [.samePerson]),
            ]
            + StepRule.noAction(by: team, second: team, from: working, needs: [.everythingOpened, .gateway])
            + StepRule.ending(by: team, reopening: after)
            + StepRule.reviewing(by: team, contact: team, while: open)
            + StepRule.breakingGlass(by: team, reviewing: team, while: open) + StepRule.retention(by: team))

    private static let assessing: [StepRule] = [
        StepRule(
            .screened, by: team, from: working, to: .resume,
            records: [
                RecordField("danger_now", .choice(["now", "soon", "no", "unclear"]), required: true),
                RecordField("child", .choice(["yes", "no", "unclear"]), required: true),
                RecordField("safeguarding", .choice(["told", "to-tell", "none"]), required: true),
                RecordField("why", .text(rows: 4), required: true), .gist, .priority,
            ]),
        StepRule(
            .deconflicted, by: team, from: working, to: .stay, needs: [.screen],
            records: [
                RecordField("clash", .choice(["none", "wait", "stop"]), required: true),
                RecordField("reference", .line),
            ]),
        StepRule(
            .partnerAsked, by: team, from: working, to: .stay, needs: [.screen, .holding],
            records: [
                RecordField("partner", .line, required: true), RecordField("sought", .text(rows: 3), required: true),
                RecordField("lawful", .text(rows: 2), required: true),
                RecordField(PartnerAsking.wordsField, .text(rows: 5), required: true),
            ]),
        // Read from their page, or recorded where they said it in another way. It may come when all else is done.
        StepRule(
            .partnerAnswered, by: team, from: open.union([.decided, .closed]), to: .stay, needs: [.screen],
            records: [
                RecordField("partner", .line, required: true), RecordField("said", .text(rows: 5), required: true),
            ]),
        StepRule(
            .partnerWithdrawn, by: team, from: open.union([.decided, .closed]), to: .stay, needs: [.liveRequest]),
        StepRule(
            .weighed, by: team, from: working, to: .resume, needs: [.everythingOpened, .screen, .holding],
            records: [
                RecordField(
                    "fits", .choice(["channel", "police-led", "signpost", "pursue", "nothing"]), required: true),
                RecordField("vulnerability", .text(rows: 4), required: true),
                RecordField("earlier", .choice(["none", "read"]), required: true),
                RecordField("why", .text(rows: 5), required: true), .gist, .priority,
            ]),
        StepRule(
            .signposted, by: team, from: [.weighed], to: .state(.decided),
            needs: [.everythingOpened, .gateway, .holding],
            records: [
                RecordField(
                    "helper", .choice(["family", "youth", "health", "learning", "housing", "gangs", "other"]),
                    required: true),
                RecordField("agreed", .choice(["yes", "no", "not-asked"]), required: true),
                RecordField("how", .text(rows: 3), required: true),
            ]),
        StepRule(
            .pursued, by: team, from: [.weighed], to: .state(.decided),
            needs: [.everythingOpened, .pursueView, .holding],
            records: [
                RecordField("investigator", .line, required: true), RecordField("why", .text(rows: 5), required: true),
            ]),
        StepRule.raising(by: team, from: [.weighed], needs: [.pursueView]),
    ]

    private static let helpingRows: [StepRule] = [
        StepRule(
            .handedOff, by: team, from: [.weighed], to: .state(.handedOff),
            needs: [.everythingOpened, .channelView, .clear, .holding],
            records: [RecordField("panel", .line, required: true), RecordField("how", .text(rows: 3), required: true)],
            decides: true),
        StepRule(
            .policeLed, by: team, from: [.weighed], to: .state(.policeLed),
            needs: [.everythingOpened, .policeView, .clear, .holding],
            records: [RecordField("plan", .text(rows: 4), required: true)], decides: true),
        StepRule(
            .consented, by: team, from: [.handedOff, .supported], to: .stay, needs: [.holding],
            records: [
                RecordField("consent", .choice(["given", "refused", "withdrawn"]), required: true),
                RecordField("consenting", .choice(["person", "parent", "carer"]), required: true),
                RecordField("said_how", .text(rows: 3), required: true),
            ]),
        StepRule(
            .supported, by: team, from: [.handedOff], to: .state(.supported), needs: [.consent, .holding],
            records: [RecordField("plan", .text(rows: 4), required: true)]),
        StepRule(
            .exited, by: team, from: helping, to: .state(.exited), needs: [.everythingOpened, .holding],
            records: [
                RecordField(
                    "ending", .choice(["less-at-risk", "no-need", "refused", "withdrew", "moved"]), required: true),
                RecordField("why", .text(rows: 4), required: true),
            ]),
        StepRule(
            .reviewed, by: team, from: [.exited], to: .state(.reviewed), needs: [.everythingOpened],
            records: review),
        StepRule(
            .reviewedAgain, by: team, from: [.reviewed], to: .state(.decided), needs: [.everythingOpened],
            records: review),
    ]

    private static let review = [
        RecordField("found", .choice(["no-concern", "concern"]), required: true),
        RecordField("why", .text(rows: 4), required: true),
    ]
}
