import HeedCore
import HeedKeyring
import HeedSQL
import HeedStore
package import HeedVault

/// Gives an officer who lost the device a new secret for one-time codes. An administrator, signed in, attends; the
/// officer types passphrase and secret code, which together still open the files.
package struct NewTOTP: Sendable {
    private let desk: Desk

    package init(_ desk: Desk) { self.desk = desk }

    /// - Returns: the new secret, shown once.
    package func perform(
        administrator session: String, username: String, passphrase: String, secretCode: String
    ) async throws -> TOTP {
        try await desk.asAdministrator(session) { officer in
            let (desk, now, actor) = (desk, desk.clock.now(), officer.officer.username)
            let made = try await NewDevice(desk: desk).make(
                of: username, passphrase: passphrase, secretCode: secretCode)
            try await desk.database.write { db in
                try made.store(in: db)
                desk.audit.append(
                    .staffChanged, by: actor, on: username, detail: "one-time code", at: now, in: db)
            }
            desk.sessions.lockAll(username: username)
            return made.totp
        }
    }
}

/// Makes key files with a fresh secret for one-time codes out of those that passphrase and secret code open.
struct NewDevice {
    let desk: Desk

    struct Made: Sendable {
        let totp: TOTP
        private let files: OfficerFiles
        private let old: OfficerRow

        fileprivate init(_ totp: TOTP, _ files: OfficerFiles, replacing old: OfficerRow) {
            self.totp = totp
            self.files = files
            self.old = old
        }

        /// - Throws: `StoreError.conflict` where the files have changed meanwhile.
        func store(in db: Connection) throws {
            guard var account = try db.officer(old.username), account.isActive,
                account.routineFile == old.routineFile
            else { throw StoreError.conflict }
            account.routineFile = files.routine
            account.graveFile = files.grave
            // No code of the new device has been used yet.
            account.lastTOTPStep = 0
            try db.update(account)
        }
    }

    /// - Throws: `Refusal.notAllowed(.cannotUnlock)` for whatever is wrong with name, passphrase or secret code.
    func make(of username: String, passphrase: String, secretCode: String) async throws -> Made {
        let (now, logN) = (desk.clock.now(), desk.settings.logN)
        let row = try await desk.database.read { db in try db.officer(username) }
        guard desk.backOff.mayTry(username, at: now), let row, row.isActive,
            let code = try? SecretCode(typed: secretCode)
        else { throw Refusal.notAllowed(.cannotUnlock) }
        let files = OfficerFiles(routine: row.routineFile, grave: row.graveFile)
        let made = try await desk.gate.run {
            Result { () throws(KeyringError) in
                try files.withNewTOTP(Passphrase(passphrase, secretCode: code), logN: logN, maximumLogN: logN)
            }
        }
        guard case .success(let (changed, totp)) = made else {
            desk.backOff.failed(username, at: now)
            try await desk.record(.signInFailed, by: username, detail: "one-time code")
            throw Refusal.notAllowed(.cannotUnlock)
        }
        return Made(totp, changed, replacing: row)
    }
}
