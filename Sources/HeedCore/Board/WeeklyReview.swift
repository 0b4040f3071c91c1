/// What somebody with no part in it opens again in the week's review, and then records that there is nothing to add, or adds it.
package enum WeeklyReview {
    /// Closed without action, refused, sent back, acted on first, and a reporter's way of being reached opened.
    package static let verbs: Set<Verb> = [
        .confirmed, .refused, .sentBack, .actedFirst, .notRatified, .identityOpened,
    ]
}

extension StepRule {
    /// Rows of every kind: opening how a reporter can be reached, and the week's review by a second person.
    static func reviewing(by second: Set<Role>, contact: Set<Role>, while open: Set<CaseState>) -> [StepRule] {
        let all = open.union([.decided, .closed])
        return [
            StepRule(.identityOpened, by: contact, from: all, to: .stay),
            StepRule(
                .checked, by: second, from: all, to: .stay, needs: [.reviewDue],
                records: [RecordField("remark", .text(rows: 3))]),
        ]
    }
}
