import HeedCore
import HeedKeyring
import HeedLedger
import HeedSQL
import HeedStore
import HeedVault

/// Seals an officer's key files under a new passphrase; every session of theirs ends. The keys stay the same.
package struct ChangePassphrase: Sendable {
    private let desk: Desk

    package init(_ desk: Desk) { self.desk = desk }

    /// - Parameters:
    ///   - old: the passphrase so far, the secret code, and a fresh one-time code.
    ///   - new: the new passphrase.
    package func perform(
        username: String, passphrase: String, secretCode: String, totp: String, new: String
    ) async throws {
        try Problems.refuse(blank: ("passphrase", new))
        let (desk, now) = (desk, desk.clock.now())
        let row = try await desk.database.read { db in try db.officer(username).flatMap { $0.isActive ? $0 : nil } }
        do {
            let routine = try await desk.unlock.routine(
                file: row?.routineFile,
                credentials: Credentials(passphrase: passphrase, secretCode: secretCode, oneTimeCode: totp),
                unixSeconds: now.seconds, lastStep: row.map { UInt64($0.lastTOTPStep) })
            guard let row else { throw KeyringError.cannotUnlock }
            let step = Int(routine.totpStep)
            let code = try SecretCode(typed: secretCode)
            let files = OfficerFiles(routine: row.routineFile, grave: row.graveFile)
            let logN = desk.settings.logN
            let changed = try await desk.gate.run {
                Result { () throws(KeyringError) in
                    try files.changed(
                        from: Passphrase(passphrase, secretCode: code), to: Passphrase(new, secretCode: code),
                        logN: logN, maximumLogN: logN)
                }
            }.get()
            try await desk.database.write { db in
                guard try db.useTOTPStep(step, of: username), var account = try db.officer(username),
                    account.routineFile == row.routineFile
                else { throw KeyringError.cannotUnlock }
                account.routineFile = changed.routine
                account.graveFile = changed.grave
                try db.update(account)
                desk.audit.append(.staffChanged, by: username, on: username, detail: "passphrase", at: now, in: db)
            }
        } catch KeyringError.busy {
            throw Refusal.tooMany
        } catch is KeyringError {
            try await desk.record(.signInFailed, by: row == nil ? "unknown" : username, detail: "passphrase")
            throw Refusal.notAllowed(.cannotUnlock)
        }
        desk.sessions.lockAll(username: username)
    }
}
