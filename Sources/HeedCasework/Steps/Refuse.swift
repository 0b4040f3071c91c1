import HeedCore

/// Refuses a proposal, with a reason that stays visible.
package struct Refuse: Sendable {
    private let desk: Desk

    package init(_ desk: Desk) { self.desk = desk }

    package func perform(_ form: StepForm, reason: String) async throws -> TakenStep {
        try Problems.refuse(blank: ("reason", reason))
        return try await TakeStep(desk: desk).perform(form, StepDraft(answering: .refused, reason: reason))
    }
}
