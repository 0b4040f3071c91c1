package import HeedCore
package import HeedKeyring

/// Proposes an action for a second person to authorise. Research comes first; the proposer signs with the grave key.
package struct Propose: Sendable {
    private let desk: Desk

    package init(_ desk: Desk) { self.desk = desk }

    package func prepare(_ form: StepForm, proposal: Proposal) async throws -> PreparedStatement {
        try Problems.refuse(proposal.problems)
        return try await GraveStep(desk: desk).prepare(form, StepDraft(.proposed, body: .proposal(proposal)))
    }

    package func sign(session: String, token: String, credentials: Credentials) async throws -> TakenStep {
        try await GraveStep(desk: desk).sign(session: session, token: token, credentials: credentials)
    }
}
