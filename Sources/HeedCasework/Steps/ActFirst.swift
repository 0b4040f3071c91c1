package import HeedCore
package import HeedKeyring

/// Acts first on a threat to life. Another person must ratify it within a day.
package struct ActFirst: Sendable {
    private let desk: Desk

    package init(_ desk: Desk) { self.desk = desk }

    package func prepare(_ form: StepForm, proposal: Proposal) async throws -> PreparedStatement {
        try Problems.refuse(blank: ("act", proposal.act), ("why", proposal.why))
        return try await GraveStep(desk: desk).prepare(form, StepDraft(.actedFirst, body: .proposal(proposal)))
    }

    package func sign(session: String, token: String, credentials: Credentials) async throws -> TakenStep {
        try await GraveStep(desk: desk).sign(session: session, token: token, credentials: credentials)
    }
}
