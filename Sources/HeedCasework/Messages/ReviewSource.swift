package import HeedCore
package import HeedKeyring

/// Records, as a second person, what the source unit said about a thread that is locked. Nothing else opens one.
package struct ReviewSource: Sendable {
    private let desk: Desk

    package init(_ desk: Desk) { self.desk = desk }

    /// - Parameter given: what came with the form for a field.
    package func prepare(
        _ form: StepForm, given: @escaping @Sendable (RecordField) -> [String]
    ) async throws -> PreparedStatement {
        let draft = StepDraft(
            .sourceReviewed,
            making: { file in
                let fields = file.kind.workflow.rule(for: .sourceReviewed)?.records ?? []
                let record = StepRecord(of: fields, given)
                try Problems.refuse(record.problems(against: fields))
                guard let asked = file.asked(by: .sourceReviewed) else { throw Refusal.notNow("refusal.state") }
                return .reviewed(number: asked.step.number, statement: asked.digest, record)
            })
        return try await GraveStep(desk: desk).prepare(form, draft)
    }

    package func sign(session: String, token: String, credentials: Credentials) async throws -> TakenStep {
        try await GraveStep(desk: desk).sign(session: session, token: token, credentials: credentials)
    }
}
