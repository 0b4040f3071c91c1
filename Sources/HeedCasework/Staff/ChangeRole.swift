package import HeedCore
import HeedKeyring
import HeedLedger
import HeedSQL
import HeedStore

/// Gives an officer another role: a new certificate by two registrars over the same keys. The old one is revoked, its
/// sessions end, and keys of compartments that the new certificate does not name are deleted.
package struct ChangeRole: Sendable {
    private let desk: Desk

    package init(_ desk: Desk) { self.desk = desk }

    /// - Parameter permissions: compartments beside the role's; what the role may not be given is left out.
    package func perform(
        username: String, to role: Role, permissions: Set<Compartment> = [], lastBatch: Int,
        by registrars: [RegistrarConsent]
    ) async throws {
        let old = try await desk.certificate(of: username)
        let new = try await RoleCertificate(desk: desk).make(
            over: old, role: role, permissions: permissions, lastBatch: lastBatch)
        let certifying = Certifying(desk: desk)
        let certified = try await certifying.certify(new, by: registrars)
        let (desk, now, actor) = (desk, desk.clock.now(), registrars.map(\.username).joined(separator: "+"))
        try await desk.database.write { db in
            try certifying.store(certified, in: db)
            try CertifiedChange.role(old: old.hash).write(new, in: db)
            desk.audit.append(
                .staffChanged, by: actor, on: username, detail: "role \(role.rawValue)", at: now, in: db)
        }
        desk.sessions.lockAll(username: username)
    }
}

/// Makes the certificate of a role over the same keys, not yet signed. With the role that the person has, it is the old
/// one renewed.
struct RoleCertificate {
    let desk: Desk

    /// - Parameter permissions: compartments beside the role's; what the role may not be given is left out.
    /// - Throws: `Refusal.notNow("refusal.same-role")` where nothing would change; `Refusal.notFound` for keys that were
    ///   revoked, which no new certificate makes good.
    func make(
        over old: OfficerCertificate, role: Role, permissions: Set<Compartment>, lastBatch: Int
    ) async throws -> OfficerCertificate {
        let batch = try await desk.database.read { db in try db.currentBatch() }
        guard !desk.trust.manifest.isRevoked(old.hash, at: batch) else { throw Refusal.notFound }
        let new = try OfficerCertificate(
            origin: old.origin, username: old.username, person: old.person, name: old.name,
            roles: [OfficerRole(number: role.number, title: role.title)],
            compartments: role.compartments.union(permissions.intersection(role.permissions)).map(\.rawValue).sorted(),
            recipient: old.recipient, routineKey: old.routineKey,
            graveKey: old.graveKey, valid: BatchRange(first: batch, last: lastBatch))
        guard new.hash != old.hash else { throw Refusal.notNow("refusal.same-role") }
        return new
    }
}

extension Desk {
    /// The certificate of an active account, whether or not it counts today.
    /// - Throws: `Refusal.notFound`.
    func certificate(of username: String) async throws -> OfficerCertificate {
        let trust = trust
        let found = try await database.read { db -> OfficerCertificate? in
            guard let account = try db.officer(username), account.isActive,
                let row = try db.certificate(account.certificate)
            else { return nil }
            return try trust.attested(row)
        }
        guard let found else { throw Refusal.notFound }
        return found
    }
}
