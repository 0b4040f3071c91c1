import HeedCore

/// Ends what is lawful: it is left to the rules of where it stands. Decides every item that was opened.
package struct AdviseOnline: Sendable {
    private let desk: Desk

    package init(_ desk: Desk) { self.desk = desk }

    package func perform(_ form: StepForm, reason: String) async throws -> TakenStep {
        try Problems.refuse(blank: ("reason", reason))
        return try await TakeStep(desk: desk).perform(form, StepDraft(.advised, body: .reason(reason)))
    }
}
