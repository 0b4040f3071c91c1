import HeedCore
import HeedKeyring
import HeedLedger
import HeedSQL
import HeedStore

/// What an administrator sees: whether the parts work and whose certificates end. No report, no count of any.
package struct HealthLook: Sendable {
    private let desk: Desk

    package init(_ desk: Desk) { self.desk = desk }

    /// One account and how long its certificate still counts.
    package struct Account: Sendable, Equatable {
        package let username: String
        package let isActive: Bool
        /// The last UTC day on which the certificate counts; nil where it does not count now.
        package let lastDay: String?
    }

    /// Whether the store answers.
    package func isWell() async -> Bool { (try? await desk.database.read { db in try db.currentBatch() }) != nil }

    package func accounts(session: String) async throws -> [Account] {
        try await desk.asOfficer(session) { officer, _ in
            guard officer.officer.role.areas.contains(.health) else { throw Refusal.notFound }
            let (batch, found) = try await desk.database.read { db in
                (try db.currentBatch(), try db.officers().map { ($0, try db.certificate($0.certificate)) })
            }
            return found.map { row, certificate in
                let usable = certificate.flatMap { try? desk.trust.usable($0, at: batch) }
                return Account(
                    username: row.username, isActive: row.isActive,
                    lastDay: usable.map { desk.calendar.openingDate(of: $0.valid.last).description })
            }
        }
    }
}
