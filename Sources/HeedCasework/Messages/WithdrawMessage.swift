import HeedCore

/// Takes back words that this officer wrote for a reporter, before anybody signed them. They stay visible.
package struct WithdrawMessage: Sendable {
    private let desk: Desk

    package init(_ desk: Desk) { self.desk = desk }

    package func perform(_ form: StepForm, reason: String) async throws -> TakenStep {
        try await TakeStep(desk: desk).perform(form, StepDraft(answering: .messageWithdrawn, reason: reason))
    }
}
