import HeedCore

/// Takes back what this officer put before a second person. The request stays visible.
package struct Withdraw: Sendable {
    private let desk: Desk

    package init(_ desk: Desk) { self.desk = desk }

    package func perform(_ form: StepForm, reason: String) async throws -> TakenStep {
        try await TakeStep(desk: desk).perform(form, StepDraft(answering: .withdrawn, reason: reason))
    }
}
