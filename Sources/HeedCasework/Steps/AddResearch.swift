package import HeedCore

/// Adds one look into one system. Never conflicts: it is written below whatever came in between.
package struct AddResearch: Sendable {
    private let desk: Desk

    package init(_ desk: Desk) { self.desk = desk }

    package func perform(_ form: StepForm, record: ResearchRecord) async throws -> TakenStep {
        try Problems.refuse(record.problems)
        return try await TakeStep(desk: desk).perform(form, StepDraft(.researched, body: .research(record)))
    }
}
