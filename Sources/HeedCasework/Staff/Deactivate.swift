import HeedCore
import HeedKeyring
import HeedSQL
import HeedStore

/// Ends an account: it opens nothing from now on, its sessions end at once, its key files are deleted.
/// What the officer signed before stays valid. An old backup with passphrase and secret code still opens old epochs,
/// until the next ones: see the document on departures.
package struct Deactivate: Sendable {
    private let desk: Desk

    package init(_ desk: Desk) { self.desk = desk }

    package func perform(session: String, username: String, reason: String) async throws {
        try await desk.asAdministrator(session) { actor in
            try Problems.refuse(blank: ("reason", reason))
            let (desk, now) = (desk, desk.clock.now())
            try await desk.database.write { db in
                guard var account = try db.officer(username), account.isActive else { throw Refusal.notFound }
                account.isActive = false
                try db.update(account)
                try db.revoke(account.certificate)
                try db.deleteCompartmentKeys(of: account.certificate)
                desk.audit.append(
                    .staffChanged, by: actor, on: username, detail: "deactivated", reason: reason, at: now, in: db)
            }
            desk.sessions.lockAll(username: username)
        }
    }
}

extension Desk {
    /// Runs a command that only administrators give. For everybody else there is no such thing.
    func asAdministrator<Value>(
        _ session: String, _ body: (String) async throws -> Value
    ) async throws -> Value {
        try await asOfficer(session) { officer, _ in
            guard officer.officer.role == .administrator else {
                try await record(.accessRefused, by: officer.officer.username, detail: "staff")
                throw Refusal.notFound
            }
            return try await body(officer.officer.username)
        }
    }
}
