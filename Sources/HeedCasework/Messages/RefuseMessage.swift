import HeedCore

/// Refuses, as a second person, words that another wrote for a reporter. The words and the reason stay visible.
package struct RefuseMessage: Sendable {
    private let desk: Desk

    package init(_ desk: Desk) { self.desk = desk }

    package func perform(_ form: StepForm, reason: String) async throws -> TakenStep {
        try Problems.refuse(blank: ("reason", reason))
        return try await TakeStep(desk: desk).perform(form, StepDraft(answering: .messageRefused, reason: reason))
    }
}
