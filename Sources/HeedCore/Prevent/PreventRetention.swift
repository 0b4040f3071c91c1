/// When the record of a concern about a person, once closed, has to be looked at again: keep it with a reason, or propose that
/// it goes. Never kept by default.
///
/// A child for whom nothing was found, after 12 months and each year: a record of a boy of eleven that was kept for five
/// years broke his rights (*R (II) v Commissioner of Police of the Metropolis* [2020] EWHC 2528 (Admin)). Others after
/// six years, and each year from then on (Police Information and Records Management Code, 2023).
package struct PreventRetention: Sendable, Equatable {
    /// Days after closing.
    package var childDays: Int
    package var otherDays: Int
    /// Days after it was last kept.
    package var againDays: Int

    package init(childDays: Int = 365, otherDays: Int = 6 * 365, againDays: Int = 365) {
        self.childDays = childDays
        self.otherDays = otherDays
        self.againDays = againDays
    }

    /// - Parameter steps: of a closed report, in their order.
    /// - Returns: nil for a report that is not closed, or whose erasure somebody agreed to.
    package func due(_ facts: CaseFacts, _ steps: [CaseStep]) -> Instant? {
        guard facts.kind == .prevent, facts.state == .closed, !steps.contains(where: { $0.verb == .disposalAgreed })
        else { return nil }
        let last = steps.last { [.closed, .retained].contains($0.verb) }
        guard let last else { return nil }
        let days = last.verb == .retained ? againDays : Self.isChildWithoutConcern(steps) ? childDays : otherDays
        return last.time + Seconds(days) * 86_400
    }

    /// A child, or somebody whose age nobody was sure of; and nobody handed the concern on, helped or disclosed it.
    private static func isChildWithoutConcern(_ steps: [CaseStep]) -> Bool {
        let ages = steps.compactMap { step -> String? in
            guard step.verb == .screened, case .record(let record) = step.body else { return nil }
            return record.text("child")
        }
        let pursued: Set<Verb> = [.handedOff, .policeLed, .pursued, .raised]
        return ages.last != "no" && !steps.contains { pursued.contains($0.verb) }
    }
}

extension StepRule {
    /// After closing: kept with a reason, or proposed for erasure and agreed to by a second person.
    /// Agreeing records the decision. Nothing is removed by it.
    static func retention(by team: Set<Role>) -> [StepRule] {
        let why = RecordField("why", .text(rows: 4), required: true)
        return [
            StepRule(
                .retained, by: team, from: [.closed], to: .stay,
                records: [
                    RecordField("purpose_kept", .choice(["risk", "safeguarding", "proceedings"]), required: true), why,
                ]),
            StepRule(.disposalProposed, by: team, from: [.closed], to: .stay, records: [why]),
            StepRule(
                .disposalAgreed, by: team, from: [.closed], to: .stay, needs: [.disposalByAnother], records: [why]),
        ]
    }
}
