import HeedCore

/// Records what came of something that was forwarded. Decides every item that was opened, and writes its leaf.
package struct RecordAnswer: Sendable {
    private let desk: Desk

    package init(_ desk: Desk) { self.desk = desk }

    package func perform(_ form: StepForm, text: String) async throws -> TakenStep {
        try Problems.refuse(blank: ("reason", text))
        return try await TakeStep(desk: desk).perform(form, StepDraft(.answered, body: .reason(text)))
    }
}
