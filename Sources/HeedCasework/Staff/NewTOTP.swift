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
        try await desk.asAdministrator(session) { actor in
            let (desk, now, logN) = (desk, desk.clock.now(), desk.settings.logN)
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
            try await desk.database.write { db in
                guard var account = try db.officer(username), account.routineFile == row.routineFile else {
                    throw StoreError.conflict
                }
                account.routineFile = changed.routine
                account.graveFile = changed.grave
                try db.update(account)
                desk.audit.append(
                    .staffChanged, by: actor, on: username, detail: "one-time code", at: now, in: db)
            }
            desk.sessions.lockAll(username: username)
            return totp
        }
    }
}
