import HeedCore

/// Closes a decided report.
package struct Close: Sendable {
    private let desk: Desk

    package init(_ desk: Desk) { self.desk = desk }

    package func perform(_ form: StepForm) async throws -> TakenStep {
        try await TakeStep(desk: desk).perform(form, StepDraft(.closed))
    }
}
