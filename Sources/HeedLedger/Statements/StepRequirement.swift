/// What signatures a step needs.
package enum StepRequirement: Sendable, CaseIterable {
    /// One, of the unlocked session.
    case routine
    /// One, unlocked for it alone.
    case grave
    /// Two, each unlocked for it alone, of two persons.
    case twoGrave

    /// Verbs that always need two persons, whatever a caller asks for.
    package static let dualControl: Set<String> = ["authorised", "erased", "exported"]

    /// The requirement that applies: never less than dual control where the verb calls for it.
    func atLeast(for verb: String) -> StepRequirement {
        Self.dualControl.contains(verb) ? .twoGrave : self
    }

    var kinds: [StepSignature.Kind] {
        switch self {
        case .routine: [.routine]
        case .grave: [.grave]
        case .twoGrave: [.grave, .grave]
        }
    }
}
