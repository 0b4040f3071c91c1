/// Rows that mean the same in every kind of report.
extension StepRule {
    /// Looking and holding. A follow-up to a finished report is opened like any other, and brings the report back to work.
    static func looking(by desk: Set<Role>, while open: Set<CaseState>) -> [StepRule] {
        [
            StepRule(.opened, by: desk, from: open.union([.received, .decided, .closed]), to: .resume),
            StepRule(.taken, by: desk, from: open, to: .stay, needs: [.unheld]),
            StepRule(.handedOver, by: desk, from: open, to: .stay, needs: [.holdingOrSupervising]),
            StepRule(.putBack, by: desk, from: open, to: .stay, needs: [.holdingOrSupervising]),
            StepRule(.broughtBack, by: desk, from: open, to: .stay, needs: [.setAside]),
        ]
    }

    /// Additions never conflict and are welcome at any time before the end; a note, after it too.
    static func adding(by desk: Set<Role>, while open: Set<CaseState>) -> [StepRule] {
        [
            StepRule(.identified, by: desk, from: open, to: .stay),
            StepRule(.marked, by: desk, from: open, to: .stay),
            StepRule(.noted, by: desk, from: open.union([.decided, .closed]), to: .stay),
        ]
    }

    /// Break-glass: what only the holder may do, for a day, by somebody whose keys open the report anyway. The holder stays the
    /// holder, and every rule of two persons holds. Reviewed when it is over, by somebody else.
    static func breakingGlass(by desk: Set<Role>, reviewing second: Set<Role>, while open: Set<CaseState>) -> [StepRule]
    {
        [
            StepRule(.glassBroken, by: desk, from: open, to: .stay, needs: [.heldByAnother], signature: .grave),
            StepRule(.glassEnded, by: desk, from: open.union([.decided, .closed]), to: .stay, needs: [.glassRunning]),
            StepRule(
                .glassReviewed, by: second, from: open.union([.decided, .closed]), to: .stay, needs: [.glassToReview],
                records: [RecordField("opinion", .text(rows: 4), required: true)]),
        ]
    }

    /// Speaking with whoever asked, by the way they chose.
    static func contacting(by desk: Set<Role>, while open: Set<CaseState>) -> StepRule {
        StepRule(
            .contacted, by: desk, from: open, to: .stay, needs: [.holding],
            records: [
                RecordField("reached", .choice(["reached", "left-word", "not-reached"]), required: true),
                RecordField("spoken", .text(rows: 4), required: true),
            ])
    }

    /// What is suspicious activity after all becomes a report of it, linked both ways, and ends here.
    static func raising(by desk: Set<Role>, from working: Set<CaseState>, needs: [Need] = []) -> StepRule {
        StepRule(
            .raised, by: desk, from: working, to: .state(.decided), needs: [.everythingOpened] + needs + [.holding],
            records: [
                RecordField("account", .text(rows: 8), required: true),
                RecordField("urgent", .choice(["yes", "no"]), required: true),
                RecordField("why", .text(rows: 3), required: true),
            ])
    }

    /// No further action takes a second person, whatever the kind.
    static func noAction(
        by desk: Set<Role>, second: Set<Role>, from working: Set<CaseState>, needs: [Need]
    ) -> [StepRule] {
        [
            StepRule(
                .noActionProposed, by: desk, from: working, to: .state(.noActionProposed), needs: needs + [.holding]),
            StepRule(
                .confirmed, by: second, from: [.noActionProposed], to: .state(.decided),
                needs: [.anotherPerson, .changesRead]),
            StepRule(.sentBack, by: second, from: [.noActionProposed], to: .resume, needs: [.anotherPerson]),
        ]
    }

    /// After the decision.
    /// - Parameter also: other states from which it is brought back to work.
    static func ending(by desk: Set<Role>, reopening also: Set<CaseState> = []) -> [StepRule] {
        [
            StepRule(.closed, by: desk, from: [.decided], to: .state(.closed), needs: [.everythingOpened]),
            StepRule(.reopened, by: desk, from: also.union([.decided, .closed]), to: .resume),
        ]
    }
}
