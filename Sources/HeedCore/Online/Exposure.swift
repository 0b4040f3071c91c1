/// How often somebody has decided to look at online material: what the rule for one look more asks.
/// Counted by person over all reports, in batches of the store; shown to that person and to nobody else.
package struct Exposure: Sendable, Equatable {
    /// In the batch that is open.
    package let today: Int
    /// In that batch and the six before it.
    package let week: Int
    /// The most in one batch; a force sets it.
    package let most: Int
    /// When the batch that is open began.
    package let since: Instant

    /// `[D]`: no study says how many are too many.
    package static let mostADay = 8
    package static let batchesOfWeek = 7

    package init(
        today: Int = 0, week: Int = 0, most: Int = Exposure.mostADay, since: Instant = Instant(seconds: 0)
    ) {
        self.today = today
        self.week = week
        self.most = most
        self.since = since
    }

    package var isSpent: Bool { today >= most }
}

/// Care for those who look: words first, the gentlest way that will do, a count and a cap. Nothing else asks for a look.
///
/// A trial found that blur and greyscale spare nobody (Lewitzka et al., Psychological Research, 2026). So: choice, warning,
/// and one person's look in place of many.
extension Exposure {
    /// What an officer asks themselves before a look, and whether the answer is that none is needed.
    private static let looking = [
        RecordField("need_to_look", .text(rows: 3), required: true),
        RecordField(
            "look_as", .choice(["description", "stills", "silent", "sound"]), required: true,
            needless: ["description"]),
    ]
    /// What was there, in words.
    package static let description = RecordField("description", .text(rows: 6), required: true)

    /// - Parameters:
    ///   - second: who allows the holder of a report one look more.
    ///   - open: while the report is worked on.
    static func rules(by desk: Set<Role>, second: Set<Role>, while open: Set<CaseState>) -> [StepRule] {
        [
            StepRule(.described, by: desk, from: open, to: .stay, records: [description]),
            StepRule(.looked, by: desk, from: open, to: .stay, needs: [.lookLeft], records: looking),
            StepRule(
                .lookAllowed, by: second, from: open, to: .stay, needs: [.lookToAllow],
                records: [RecordField("why", .text(rows: 3), required: true)]),
        ]
    }
}
