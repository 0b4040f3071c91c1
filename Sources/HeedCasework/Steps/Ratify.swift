import HeedCore
package import HeedKeyring

/// Ratifies, as a second person, what was done first.
package struct Ratify: Sendable {
    private let desk: Desk

    package init(_ desk: Desk) { self.desk = desk }

    package func prepare(_ form: StepForm, reason: String) async throws -> PreparedStatement {
        try await GraveStep(desk: desk).prepare(form, StepDraft(answering: .ratified, reason: reason))
    }

    package func sign(session: String, token: String, credentials: Credentials) async throws -> TakenStep {
        try await GraveStep(desk: desk).sign(session: session, token: token, credentials: credentials)
    }
}
