import HeedCore
import HeedLedger

extension StepRule {
    /// The signatures a step's statement carries. Where two persons are needed, the second one's statement commits to
    /// the first one's: see Docs/decisions/0003.
    var requirement: StepRequirement {
        switch signature {
        case .routine: .routine
        case .grave where SecondPerson.consents.contains(verb): .answering
        case .grave: .grave
        }
    }

    var kind: StepSignature.Kind { signature == .routine ? .routine : .grave }
}
