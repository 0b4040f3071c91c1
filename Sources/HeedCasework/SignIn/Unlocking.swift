import HeedCore
import HeedKeyring
import HeedLedger
import HeedSQL
import HeedStore

/// What sign-in and unlock share: from what was typed to the keys of a session.
struct Unlocking {
    let desk: Desk

    /// A locked session to open again; nil for a new one.
    let resuming: SessionCookie?

    init(desk: Desk, resuming: SessionCookie? = nil) {
        self.desk = desk
        self.resuming = resuming
    }

    /// What an officer's certificate gives them.
    private struct Account: Sendable {
        let certificate: OfficerCertificate
        let keys: [CompartmentKeyRow]
    }

    /// - Returns: the new cookie, and the text that a lock kept.
    func perform(_ form: SignInForm) async throws -> (cookie: SessionCookie, held: [UInt8]?) {
        let (name, now) = (form.username, desk.clock.now())
        let verb: AuditVerb = resuming == nil ? .signedIn : .unlocked
        let found = try await found(name)
        let mayTry = desk.backOff.mayTry(name, at: now)
        do {
            // The work is done also for an unknown name and one that has to wait: time tells nothing.
            let routine = try await desk.unlock.routine(
                file: mayTry ? found?.routineFile : nil, credentials: form.credentials,
                unixSeconds: now.seconds, lastStep: found.map { UInt64($0.lastTOTPStep) })
            // Only now, since to check a certificate takes time: it would tell which names there are.
            guard let found, let account = try await account(found) else { throw KeyringError.cannotUnlock }
            try routine.check(against: account.certificate)
            let step = Int(routine.totpStep)
            let compartments = open(account, with: routine)
            let audit = desk.audit
            try await desk.database.write { db in
                guard try db.useTOTPStep(step, of: name) else { throw KeyringError.cannotUnlock }
                audit.append(verb, by: name, at: now, in: db)
            }
            desk.backOff.succeeded(name)
            let owner = SessionOwner(username: name, certificate: account.certificate.hash)
            let keys = SessionKeys(routine, compartments: compartments)
            if let resuming { return try desk.sessions.resume(resuming, as: owner, keys: keys) }
            return (try desk.sessions.open(owner, keys: keys), nil)
        } catch KeyringError.busy {
            throw Refusal.tooMany
        } catch is KeyringError {
            desk.backOff.failed(name, at: now)
            // A name that is no account is somebody's typing, perhaps a passphrase in the wrong box: it is not kept.
            try await desk.record(.signInFailed, by: found == nil ? "unknown" : name, detail: verb.rawValue)
            throw Refusal.notAllowed(.cannotUnlock)
        }
    }

    private func found(_ name: String) async throws -> OfficerRow? {
        guard (1...64).contains(name.utf8.count), !name.utf8.contains(0) else { return nil }
        return try await desk.database.read { db in
            try db.officer(name).flatMap { $0.isActive ? $0 : nil }
        }
    }

    private func account(_ officer: OfficerRow) async throws -> Account? {
        let trust = desk.trust
        return try await desk.database.read { db in
            guard let row = try db.certificate(officer.certificate),
                let certificate = try? trust.usable(row, at: db.currentBatch()),
                certificate.username == officer.username, Officer(certificate) != nil
            else { return nil }
            return Account(certificate: certificate, keys: try db.compartmentKeys(of: officer.certificate))
        }
    }

    /// The compartments the certificate covers and whose file holds the key that the manifest names.
    private func open(_ account: Account, with routine: borrowing RoutineKeys) -> [CompartmentKey] {
        let manifest = desk.trust.manifest
        let identity = routine.identity
        return account.keys.compactMap { row in
            guard account.certificate.covers(compartment: row.compartment),
                let epoch = manifest.epoch(row.epoch, of: row.compartment)
            else { return nil }
            return try? CompartmentKey.open(row.file, with: identity, expecting: epoch)
        }
    }
}
