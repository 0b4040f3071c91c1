import HeedCore

/// Brings a finished report back to work, with a reason.
package struct Reopen: Sendable {
    private let desk: Desk

    package init(_ desk: Desk) { self.desk = desk }

    package func perform(_ form: StepForm, reason: String) async throws -> TakenStep {
        try Problems.refuse(blank: ("reason", reason))
        return try await TakeStep(desk: desk).perform(form, StepDraft(.reopened, body: .reason(reason)))
    }
}
