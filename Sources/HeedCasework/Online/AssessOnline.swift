package import HeedCore

/// Says what something online is, with the reason. Again at any time: earlier views stay.
package struct AssessOnline: Sendable {
    private let desk: Desk

    package init(_ desk: Desk) { self.desk = desk }

    package func perform(_ form: StepForm, assessment: OnlineAssessment) async throws -> TakenStep {
        try Problems.refuse(assessment.problems)
        return try await TakeStep(desk: desk).perform(form, StepDraft(.assessed, body: .assessment(assessment)))
    }
}
