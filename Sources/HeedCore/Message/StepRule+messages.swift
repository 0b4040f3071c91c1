/// Writing to a reporter, and what keeps that from becoming a relationship (`Drift`). The same rows in every kind of report.
extension StepRule {
    /// - Parameter second: who signs what another wrote, and records what the source unit said.
    static func messaging(by desk: Set<Role>, second: Set<Role>, while open: Set<CaseState>) -> [StepRule] {
        [
            StepRule(
                .messaged, by: desk, from: open, to: .stay,
                needs: [.code, .threadOpen, .messagingOpen, .roundLeft, .noMessageWaits, .holding]),
            // Words of one's own, and every round after the first: two people, each unlocking a key for this one signature.
            StepRule(
                .messageProposed, by: desk, from: open, to: .stay,
                needs: [.code, .threadOpen, .messagingOpen, .noMessageWaits, .holding], signature: .grave),
            StepRule(
                .messageSigned, by: second, from: open, to: .stay,
                needs: [.messageWaits, .threadOpen, .messagingOpen, .everythingOpened, .anotherPerson],
                signature: .grave),
            StepRule(.messageRefused, by: second, from: open, to: .stay, needs: [.messageWaits, .anotherPerson]),
            StepRule(.messageWithdrawn, by: desk, from: open, to: .stay, needs: [.messageWaits, .samePerson]),

            // Counting, by people.
            StepRule(
                .linked, by: desk, from: open, to: .stay,
                records: [
                    RecordField("other_report", .line, required: true),
                    RecordField("why", .text(rows: 3), required: true),
                ]),
            StepRule(
                .relationNoted, by: desk, from: open, to: .stay,
                records: [
                    RecordField("closeness", .choice(["family", "household", "partner", "under-18"]), required: true),
                    RecordField("why", .text(rows: 3), required: true),
                ]),

            // The source unit's look: asked for by one, its outcome recorded by another.
            StepRule(
                .reviewAsked, by: desk, from: open, to: .stay, needs: [.messagingLocked, .noReviewWaits],
                records: [RecordField("why", .text(rows: 4), required: true)]),
            StepRule(
                .sourceReviewed, by: second, from: open, to: .stay, needs: [.reviewWaits, .anotherPerson],
                records: [
                    RecordField("review_outcome", .choice(Drift.Outcome.allCases.map(\.rawValue)), required: true),
                    RecordField("review_reference", .line, required: true),
                    RecordField("why", .text(rows: 4), required: true),
                ], signature: .grave),
        ]
    }
}
