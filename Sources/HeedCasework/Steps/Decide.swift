package import HeedCore

/// Records the decision on an authorised action. Decides every item that was opened, and writes its leaf.
/// "No further action" is not one of its outcomes: that takes a second person (`ProposeNoAction`, `Confirm`).
package struct Decide: Sendable {
    private let desk: Desk

    package init(_ desk: Desk) { self.desk = desk }

    package func perform(_ form: StepForm, decision: Decision) async throws -> TakenStep {
        guard decision.outcome != .noFurtherAction else { throw Refusal.notNow("refusal.outcome") }
        try Problems.refuse(decision.problems)
        return try await TakeStep(desk: desk).perform(form, StepDraft(.decided, body: .decision(decision)))
    }
}
