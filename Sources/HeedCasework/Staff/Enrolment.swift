import HeedCore
import HeedKeyring
import HeedLedger
import HeedSQL
import HeedStore
import HeedVault

/// Makes an officer's keys and the certificate that names them, not yet signed.
struct Enrolment {
    let desk: Desk

    struct Made: Sendable {
        let certificate: OfficerCertificate
        let keys: NewOfficerKeys
        let secretCode: SecretCode
    }

    func make(_ new: AddOfficer.NewOfficer) async throws -> Made {
        try Problems.refuse(blank: ("username", new.username), ("passphrase", new.passphrase))
        let secretCode = SecretCode.issue()
        let keys = try await desk.files(new.passphrase, secretCode)
        let batch = try await desk.database.read { db in try db.currentBatch() }
        do {
            let certificate = try OfficerCertificate(
                origin: desk.trust.manifest.origin, username: new.username, person: new.person, name: new.name,
                roles: [OfficerRole(number: new.role.number, title: new.role.title)],
                compartments: new.role.compartments.union(new.permissions).map(\.rawValue).sorted(),
                recipient: keys.recipient,
                routineKey: keys.routineKey, graveKey: keys.graveKey,
                valid: BatchRange(first: batch, last: new.lastBatch))
            return Made(certificate: certificate, keys: keys, secretCode: secretCode)
        } catch {
            throw Refusal.notValid([FieldProblem(field: "username", key: "problem.username")])
        }
    }
}

extension Desk {
    /// New key files, made where the process's key derivations are counted.
    fileprivate func files(_ passphrase: String, _ secretCode: SecretCode) async throws -> NewOfficerKeys {
        let logN = settings.logN
        let made = try await gate.run {
            Result { () throws(KeyringError) in
                try OfficerFiles.create(passphrase: passphrase, secretCode: secretCode, logN: logN)
            }
        }
        return try made.get()
    }
}
