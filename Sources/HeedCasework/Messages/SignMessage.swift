import HeedCore
package import HeedKeyring

/// Signs, as a second person, exactly the words that another wrote: with this they go to the reporter.
package struct SignMessage: Sendable {
    private let desk: Desk

    package init(_ desk: Desk) { self.desk = desk }

    package func prepare(_ form: StepForm) async throws -> PreparedStatement {
        let desk = desk
        var draft = StepDraft(answering: .messageSigned, reason: "")
        draft.also = ExtraRows { file, officer, keys in
            guard let message = file.asked(by: .messageSigned)?.step.body.message else {
                throw Refusal.notNow("refusal.state")
            }
            return try OutgoingReply.rows(message, in: file, by: officer, keys, desk: desk)
        }
        return try await GraveStep(desk: desk).prepare(form, draft)
    }

    package func sign(session: String, token: String, credentials: Credentials) async throws -> TakenStep {
        try await GraveStep(desk: desk).sign(session: session, token: token, credentials: credentials)
    }
}
