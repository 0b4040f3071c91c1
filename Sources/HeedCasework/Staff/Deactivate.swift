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

    /// - Parameter proof: that it is still the administrator who asks.
    /// - Throws: `Refusal.notNow("refusal.last-administrator")` where nobody would be left to manage people.
    package func perform(session: String, username: String, reason: String, proof: FreshProof) async throws {
        try await desk.asAdministrator(session) { officer in
            try Problems.refuse(blank: ("reason", reason))
            let accepted = try await desk.accept(proof, by: officer, for: "deactivate")
            let (desk, now, actor) = (desk, desk.clock.now(), officer.officer.username)
            try await desk.database.write { db in
                try accepted.use(in: db)
                try officer.checkStillCounts(in: db, trust: desk.trust)
                guard var account = try db.officer(username), account.isActive else { throw Refusal.notFound }
                try desk.checkAdministered(without: username, in: db)
                account.isActive = false
                try db.update(account)
                try db.revoke(account.certificate)
                try db.deleteCompartmentKeys(of: account.certificate)
                if let waiting = try db.staffRequest(of: username) { _ = try db.deleteStaffRequest(waiting.id) }
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
        _ session: String, _ body: (UnlockedOfficer) async throws -> Value
    ) async throws -> Value {
        try await asOfficer(session) { officer, _ in
            guard officer.officer.role == .administrator else {
                try await record(.accessRefused, by: officer.officer.username, detail: "staff")
                throw Refusal.notFound
            }
            return try await body(officer)
        }
    }

    /// Somebody has to be left who can add and deactivate people.
    fileprivate func checkAdministered(without username: String, in db: Connection) throws {
        let batch = try db.currentBatch()
        let others = try db.officers().contains { account in
            guard account.isActive, account.username != username, let row = try db.certificate(account.certificate)
            else { return false }
            return (try? trust.usable(row, at: batch)).flatMap(Officer.init)?.role == .administrator
        }
        guard others else { throw Refusal.notNow("refusal.last-administrator") }
    }
}
