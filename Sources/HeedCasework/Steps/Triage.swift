package import HeedCore

/// Records an assessment. Running it again adds one and keeps the earlier ones.
package struct Triage: Sendable {
    private let desk: Desk

    package init(_ desk: Desk) { self.desk = desk }

    package func perform(_ form: StepForm, assessment: TriageAssessment) async throws -> TakenStep {
        try Problems.refuse(assessment.problems)
        return try await TakeStep(desk: desk).perform(form, StepDraft(.triaged, body: .triage(assessment)))
    }
}
