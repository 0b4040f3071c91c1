import HeedCore
package import HeedKeyring

/// Authorises, as a second person, the action that was proposed. The statement commits to the proposal's.
package struct Authorise: Sendable {
    private let desk: Desk

    package init(_ desk: Desk) { self.desk = desk }

    package func prepare(_ form: StepForm, reason: String) async throws -> PreparedStatement {
        try await GraveStep(desk: desk).prepare(form, StepDraft(answering: .authorised, reason: reason))
    }

    package func sign(session: String, token: String, credentials: Credentials) async throws -> TakenStep {
        try await GraveStep(desk: desk).sign(session: session, token: token, credentials: credentials)
    }
}
