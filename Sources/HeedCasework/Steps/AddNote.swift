import HeedCore

/// Adds a note. Never conflicts, and is welcome also after the end.
package struct AddNote: Sendable {
    private let desk: Desk

    package init(_ desk: Desk) { self.desk = desk }

    package func perform(_ form: StepForm, text: String) async throws -> TakenStep {
        try Problems.refuse(blank: ("note", text))
        return try await TakeStep(desk: desk).perform(form, StepDraft(.noted, body: .reason(text)))
    }
}
