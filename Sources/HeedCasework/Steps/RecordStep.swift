package import HeedCore

/// Takes a step whose record the table of the report's kind declares: the one action for all of them.
/// What is not declared is not recorded, and what the table requires is not left out. Asking a partner also makes a request,
/// and is `AskPartner`.
package struct RecordStep: Sendable {
    private let desk: Desk

    package init(_ desk: Desk) { self.desk = desk }

    /// - Parameters:
    ///   - raised: the report that was raised from this one, already acknowledged: for `.raised`, and for nothing else.
    ///   - given: what came with the form for a field.
    package func perform(
        _ form: StepForm, _ verb: Verb, raised: RecordID? = nil,
        given: @escaping @Sendable (RecordField) -> [String]
    ) async throws -> TakenStep {
        try await TakeStep(desk: desk).perform(
            form,
            StepDraft(
                verb,
                making: { file in
                    guard let fields = file.kind.workflow.rule(for: verb)?.records, !fields.isEmpty,
                        (verb == .raised) == (raised != nil), verb != .partnerAsked
                    else { throw Refusal.notFound }
                    let record = StepRecord(of: fields, given)
                    try Problems.refuse(record.problems(against: fields))
                    return raised.map { .raised($0, record) } ?? .record(record)
                }))
    }
}
