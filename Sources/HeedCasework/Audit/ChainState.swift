import HeedCore
import HeedKeyring
import HeedStore

/// Whether the audit chains are whole, for an auditor's page.
package struct ChainState: Sendable, Equatable {
    /// Rows that follow from their writer's start without a fault.
    package let rows: Int
    /// The first bad row of a chain; nil where all are whole.
    package let firstBad: String?
}

extension AuditReading {
    /// Walks every chain. Takes as long as there are rows: for the head of the page, not for each part of it.
    package func chain(session: String) async throws -> ChainState {
        try await desk.asOfficer(session) { officer, _ in
            guard officer.officer.role.areas.contains(.audit) else { throw Refusal.notFound }
            let report = try await VerifyAudit(desk.database).perform()
            return ChainState(rows: report.rows, firstBad: report.faults.first?.description)
        }
    }
}
