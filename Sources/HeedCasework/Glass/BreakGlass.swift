import HeedCore
import HeedKeyring

/// Break-glass: R54. An officer whose keys open a report takes what only its holder may do into their own hands for a day:
/// proposing, acting first, deciding, writing to the reporter. Signed with the grave key, with a reason; the holder is told,
/// and somebody else records a view when it is over. It opens nothing: where the keys do not reach, neither does this.
package struct BreakGlass: Sendable {
    private let desk: Desk

    package init(_ desk: Desk) { self.desk = desk }

    package func prepare(_ form: StepForm, reason: String) async throws -> PreparedStatement {
        try Problems.refuse(blank: ("reason", reason))
        return try await GraveStep(desk: desk).prepare(form, StepDraft(.glassBroken, body: .reason(reason)))
    }

    /// Gives it back before the day is over.
    package func end(_ form: StepForm) async throws -> TakenStep {
        try await TakeStep(desk: desk).perform(form, StepDraft(.glassEnded))
    }
}

extension AuditVerb {
    static func ofGlass(_ verb: Verb) -> AuditVerb? {
        switch verb {
        case .glassBroken: .glassBroken
        case .glassEnded: .glassEnded
        case .glassReviewed: .glassReviewed
        default: nil
        }
    }
}

extension CaseStep {
    /// The reason for breaking it, or what the reviewer thinks of it.
    var glassReason: String {
        switch body {
        case .reason(let reason): reason
        case .record(let record): record.text("opinion")
        default: ""
        }
    }
}
