package import HeedCore
import HeedKeyring
import HeedSQL
import HeedStore

/// Takes back a change that waits: an administrator who asked wrongly, or a registrar who will not sign.
/// Nothing of it was in force, so nothing else changes.
package struct WithdrawStaffChange: Sendable {
    private let desk: Desk

    package init(_ desk: Desk) { self.desk = desk }

    package func perform(session: String, request: RecordID, reason: String) async throws {
        try await desk.asOfficer(session) { officer, _ in
            guard officer.officer.role == .administrator || desk.trust.manifest.isRegistrar(officer.certificate) else {
                try await desk.record(.accessRefused, by: officer.officer.username, detail: "staff")
                throw Refusal.notFound
            }
            try Problems.refuse(blank: ("reason", reason))
            let (desk, now, actor) = (desk, desk.clock.now(), officer.officer.username)
            try await desk.database.write { db in
                try officer.checkStillCounts(in: db, trust: desk.trust)
                guard let row = try db.staffRequest(request.bytes), try db.deleteStaffRequest(row.id) else {
                    throw Refusal.notFound
                }
                desk.audit.append(
                    .staffChanged, by: actor, on: row.username, detail: "taken back \(row.kind)", reason: reason,
                    at: now, in: db)
            }
        }
    }
}
