/// What signatures a step needs.
package enum StepRequirement: Sendable, CaseIterable {
    /// One, of the unlocked session.
    case routine
    /// One, unlocked for it alone.
    case grave
    /// Two, each unlocked for it alone, of two persons.
    case twoGrave
    /// One, unlocked for it alone, by the second of two persons: the text it covers names the first one's signed
    /// statement. The caller checks that statement too, and that the two persons differ (Docs/decisions/0003).
    case answering

    /// Verbs that always need two persons, whatever a caller asks for.
    package static let dualControl: Set<String> = ["authorised", "erased", "exported"]

    /// The requirement that applies: never less than dual control where the verb calls for it.
    func atLeast(for verb: String) -> StepRequirement {
        Self.dualControl.contains(verb) && self != .answering ? .twoGrave : self
    }

    var kinds: [StepSignature.Kind] {
        switch self {
        case .routine: [.routine]
        case .grave, .answering: [.grave]
        case .twoGrave: [.grave, .grave]
        }
    }
}
