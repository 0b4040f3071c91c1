package import HeedCore

/// Records that a report of activity was raised from this one. Decides every item that was opened.
package struct LinkRaised: Sendable {
    private let desk: Desk

    package init(_ desk: Desk) { self.desk = desk }

    /// - Parameter thread: the report that was raised, already acknowledged.
    package func perform(
        _ form: StepForm, to thread: RecordID, given: @escaping @Sendable (RecordField) -> [String]
    ) async throws -> TakenStep {
        try await TakeStep(desk: desk).perform(
            form,
            StepDraft(
                .raised,
                making: { file in
                    let fields = file.kind.workflow.rule(for: .raised)?.records ?? []
                    let record = StepRecord(of: fields, given)
                    try Problems.refuse(record.problems(against: fields))
                    return .raised(thread, record)
                }))
    }
}
