package import HeedCore
import HeedKeyring
import HeedLedger
import HeedSQL
import HeedStore

/// Gives an officer another role: a new certificate by two registrars over the same keys. The old one is revoked, its
/// sessions end, and keys of compartments that the new role has no right to are deleted.
package struct ChangeRole: Sendable {
    private let desk: Desk

    package init(_ desk: Desk) { self.desk = desk }

    /// - Parameter permissions: compartments beside the role's; what the role may not be given is left out.
    package func perform(
        username: String, to role: Role, permissions: Set<Compartment> = [], lastBatch: Int,
        by registrars: [RegistrarConsent]
    ) async throws {
        let old = try await certificate(of: username)
        let batch = try await desk.database.read { db in try db.currentBatch() }
        let new = try OfficerCertificate(
            origin: old.origin, username: old.username, person: old.person, name: old.name,
            roles: [OfficerRole(number: role.number, title: role.title)],
            compartments: role.compartments.union(permissions.intersection(role.permissions)).map(\.rawValue).sorted(),
            recipient: old.recipient, routineKey: old.routineKey,
            graveKey: old.graveKey, valid: BatchRange(first: batch, last: lastBatch))
        guard new.hash != old.hash else { throw Refusal.notNow("refusal.same-role") }
        let certifying = Certifying(desk: desk)
        let certified = try await certifying.certify(new, by: registrars)
        let (desk, now, actor) = (desk, desk.clock.now(), registrars.map(\.username).joined(separator: "+"))
        try await desk.database.write { db in
            try certifying.store(certified, in: db)
            guard var account = try db.officer(username), account.certificate == old.hash else {
                throw StoreError.conflict
            }
            for key in try db.compartmentKeys(of: old.hash) where new.covers(compartment: key.compartment) {
                try db.insert(
                    CompartmentKeyRow(
                        compartment: key.compartment, epoch: key.epoch, certificate: new.hash, file: key.file))
            }
            try db.deleteCompartmentKeys(of: old.hash)
            try db.revoke(old.hash)
            account.certificate = new.hash
            try db.update(account)
            desk.audit.append(
                .staffChanged, by: actor, on: username, detail: "role \(role.rawValue)", at: now, in: db)
        }
        desk.sessions.lockAll(username: username)
    }

    private func certificate(of username: String) async throws -> OfficerCertificate {
        let trust = desk.trust
        let found = try await desk.database.read { db -> OfficerCertificate? in
            guard let account = try db.officer(username), account.isActive,
                let row = try db.certificate(account.certificate)
            else { return nil }
            return try trust.usable(row, at: db.currentBatch())
        }
        guard let found else { throw Refusal.notFound }
        return found
    }
}
