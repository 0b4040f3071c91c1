import HeedCore

/// Confirms, as a second person, that nothing more is done. Decides every item that was opened, and writes its leaf.
package struct Confirm: Sendable {
    private let desk: Desk

    package init(_ desk: Desk) { self.desk = desk }

    package func perform(_ form: StepForm, reason: String) async throws -> TakenStep {
        try await TakeStep(desk: desk).perform(form, StepDraft(answering: .confirmed, reason: reason))
    }
}
