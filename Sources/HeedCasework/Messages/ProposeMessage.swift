import HeedCore
package import HeedKeyring

/// Puts words of one's own to a reporter, or a round after the first, before a second person. Sends nothing.
/// What in the words could be read as a task is part of the record that both sign.
package struct ProposeMessage: Sendable {
    private let desk: Desk

    package init(_ desk: Desk) { self.desk = desk }

    package func prepare(_ form: StepForm, questions: [String], words: String) async throws -> PreparedStatement {
        // Said before anything is looked up: what is wrong with the words is no news of the report.
        _ = try Message(questions: questions, words: words, reporterLanguage: "")
        let draft = StepDraft(
            .messageProposed,
            making: { file in
                .message(
                    try Message(questions: questions, words: words, reporterLanguage: file.report.language))
            })
        return try await GraveStep(desk: desk).prepare(form, draft)
    }

    package func sign(session: String, token: String, credentials: Credentials) async throws -> TakenStep {
        try await GraveStep(desk: desk).sign(session: session, token: token, credentials: credentials)
    }
}
