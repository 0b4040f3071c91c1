package import HeedSQL
package import HeedStore

/// Checks every audit chain and names the first bad row of each. Needs no key, so anybody with the database can.
package struct VerifyAudit: Sendable {
    private let database: Database

    package init(_ database: Database) { self.database = database }

    /// - Parameter heads: an earlier export (`AuditHead.encode`), against which a tail that was cut off shows.
    package func perform(heads: String? = nil) async throws -> AuditVerifier.Report {
        try await AuditVerifier(heads: heads.map { try AuditHead.decode($0) } ?? []).verify(database)
    }
}
