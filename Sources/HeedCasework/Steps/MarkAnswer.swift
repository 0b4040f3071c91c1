package import HeedCore

/// Says of an answer whether it was observed, told, inferred or thought. Never conflicts; the last mark counts.
package struct MarkAnswer: Sendable {
    private let desk: Desk

    package init(_ desk: Desk) { self.desk = desk }

    package func perform(_ form: StepForm, item: Int, field: String, mark: Mark) async throws -> TakenStep {
        guard ActivityForm.question(field)?.destination == .report else { throw Refusal.notFound }
        return try await TakeStep(desk: desk).perform(
            form, StepDraft(.marked, item: item, body: .mark(field: field, mark: mark)))
    }
}
