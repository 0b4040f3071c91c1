package import HeedCore

/// Says of an answer whether it was observed, told, inferred or thought. Never conflicts; the last mark counts.
package struct MarkAnswer: Sendable {
    private let desk: Desk

    package init(_ desk: Desk) { self.desk = desk }

    package func perform(_ form: StepForm, item: Int, field: String, mark: Mark) async throws -> TakenStep {
        try await TakeStep(desk: desk).perform(
            form,
            StepDraft(.marked, item: item) { file in
                guard file.kind.form.question(field)?.destination == .report else { throw Refusal.notFound }
                return .mark(field: field, mark: mark)
            })
    }
}
