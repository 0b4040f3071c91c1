package import HeedCore

/// Proposes that nothing more is done. A second person decides.
package struct ProposeNoAction: Sendable {
    private let desk: Desk

    package init(_ desk: Desk) { self.desk = desk }

    package func perform(_ form: StepForm, decision: Decision) async throws -> TakenStep {
        guard decision.outcome == .noFurtherAction else { throw Refusal.notNow("refusal.outcome") }
        try Problems.refuse(decision.problems)
        return try await TakeStep(desk: desk).perform(form, StepDraft(.noActionProposed, body: .decision(decision)))
    }
}
