package import HeedCore

/// Notes something that can be looked up, with the sentence it came from. Never conflicts.
package struct AddIdentifier: Sendable {
    private let desk: Desk

    package init(_ desk: Desk) { self.desk = desk }

    package func perform(_ form: StepForm, identifier: Identifier) async throws -> TakenStep {
        try Problems.refuse(blank: ("value", identifier.value))
        return try await TakeStep(desk: desk).perform(form, StepDraft(.identified, body: .identifier(identifier)))
    }
}
