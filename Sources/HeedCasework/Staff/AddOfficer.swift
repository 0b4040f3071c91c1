package import HeedCore
import HeedKeyring
import HeedLedger
import HeedSQL
import HeedStore
package import HeedVault

/// Enrols an officer: new keys, and a certificate that two registrars sign. The officer opens nothing until holders
/// of keys grant them (`GrantCompartment`).
package struct AddOfficer: Sendable {
    private let desk: Desk

    package init(_ desk: Desk) { self.desk = desk }

    /// Who is to be enrolled.
    package struct NewOfficer: Sendable {
        package let username: String
        package let person: String
        package let name: String?
        package let role: Role
        /// Compartments beside the role's, out of `Role.permissions`.
        package let permissions: Set<Compartment>
        /// The last batch in which the certificate counts.
        package let lastBatch: Int
        let passphrase: String

        package init(
            username: String, person: String, name: String?, role: Role, permissions: Set<Compartment> = [],
            passphrase: String, lastBatch: Int
        ) {
            self.username = username
            self.person = person
            self.name = name
            self.role = role
            self.permissions = permissions.intersection(role.permissions)
            self.passphrase = passphrase
            self.lastBatch = lastBatch
        }
    }

    /// What goes on the enrolment card, and is kept nowhere.
    package struct Card: Sendable {
        package let secretCode: SecretCode
        package let totp: TOTP
    }

    package func perform(_ new: NewOfficer, by registrars: [RegistrarConsent]) async throws -> Card {
        let made = try await Enrolment(desk: desk).make(new)
        let certifying = Certifying(desk: desk)
        let certified = try await certifying.certify(made.certificate, by: registrars)
        let (desk, now, actor) = (desk, desk.clock.now(), registrars.map(\.username).joined(separator: "+"))
        do {
            try await desk.database.write { db in
                try certifying.store(certified, in: db)
                try CertifiedChange.added(made.keys.files).write(certified.certificate, in: db)
                desk.audit.append(
                    .staffChanged, by: actor, on: new.username, detail: "added \(new.role.rawValue)", at: now, in: db)
            }
        } catch SQLError.unique {
            throw Refusal.notValid([FieldProblem(field: "username", key: "problem.username.taken")])
        }
        return Card(secretCode: made.secretCode, totp: made.keys.totp)
    }
}
