import HeedCore
import HeedKeyring
import HeedLedger
import HeedSQL
import HeedStore

/// Replaces the keys of an officer who lost the enrolment card or forgot the passphrase.
/// Nobody can open the old files, so this makes new keys, a new certificate by two registrars, and revokes the old one;
/// colleagues then grant the compartments again.
package struct ReEnrol: Sendable {
    private let desk: Desk

    package init(_ desk: Desk) { self.desk = desk }

    package func perform(
        username: String, passphrase: String, lastBatch: Int, by registrars: [RegistrarConsent]
    ) async throws -> AddOfficer.Card {
        let trust = desk.trust
        let found = try await desk.database.read { db -> OfficerCertificate? in
            guard let account = try db.officer(username), account.isActive,
                let row = try db.certificate(account.certificate)
            else { return nil }
            return try trust.attested(row)
        }
        guard let old = found, let officer = Officer(old) else { throw Refusal.notFound }
        let made = try await Enrolment(desk: desk).make(
            AddOfficer.NewOfficer(
                username: username, person: old.person, name: old.name, role: officer.role,
                permissions: officer.permissions, passphrase: passphrase,
                lastBatch: lastBatch))
        let certifying = Certifying(desk: desk)
        let certified = try await certifying.certify(made.certificate, by: registrars)
        let (desk, now, actor) = (desk, desk.clock.now(), registrars.map(\.username).joined(separator: "+"))
        try await desk.database.write { db in
            try certifying.store(certified, in: db)
            try CertifiedChange.enrolledAgain(made.keys.files, old: old.hash).write(certified.certificate, in: db)
            desk.audit.append(.staffChanged, by: actor, on: username, detail: "enrolled again", at: now, in: db)
        }
        desk.sessions.lockAll(username: username)
        return AddOfficer.Card(secretCode: made.secretCode, totp: made.keys.totp)
    }
}
