import HeedCore
package import HeedKeyring
import HeedSQL
import HeedStore

/// Proof that whoever asks for something grave is still the person who signed in: R49.
package enum FreshProof: Sendable {
    /// They signed in a moment ago, in the same command.
    case signedInNow
    /// Passphrase, secret code and a one-time code not used before, as they were typed.
    case typed(Credentials)

    /// For pages, which know no keys.
    package static func typed(passphrase: String, secretCode: String, oneTimeCode: String) -> FreshProof {
        .typed(Credentials(passphrase: passphrase, secretCode: secretCode, oneTimeCode: oneTimeCode))
    }

    /// A proof that was accepted. Its one-time code is used up in the transaction that acts.
    struct Accepted: Sendable {
        let username: String
        let step: Int?

        /// - Throws: `Refusal.notAllowed(.cannotUnlock)` where another request was faster with the same code.
        func use(in db: Connection) throws {
            guard let step else { return }
            guard try db.useTOTPStep(step, of: username) else { throw Refusal.notAllowed(.cannotUnlock) }
        }
    }
}

extension Desk {
    /// Checks a proof by unlocking the officer's own grave key, which is then let go.
    /// - Throws: as `graveKey`.
    func accept(_ proof: FreshProof, by officer: UnlockedOfficer, for what: String) async throws -> FreshProof.Accepted
    {
        let name = officer.officer.username
        guard case .typed(let credentials) = proof else { return FreshProof.Accepted(username: name, step: nil) }
        let key = try await graveKey(of: name, credentials, for: what)
        return FreshProof.Accepted(username: name, step: Int(key.totpStep))
    }

    /// Unlocks an officer's grave key, once. What was typed wrongly slows down the next try and is in the audit.
    /// - Parameter what: what for, as the audit says it.
    /// - Throws: `Refusal.notAllowed(.cannotUnlock)` for anything wrong with what was typed; `Refusal.tooMany`.
    func graveKey(of name: String, _ credentials: Credentials, for what: String) async throws -> GraveKey {
        let now = clock.now()
        guard backOff.mayTry(name, at: now) else { throw Refusal.notAllowed(.cannotUnlock) }
        let row = try await database.read { db in try db.officer(name).flatMap { $0.isActive ? $0 : nil } }
        do {
            let key = try await unlock.grave(
                file: row?.graveFile, credentials: credentials, unixSeconds: now.seconds,
                lastStep: row.map { UInt64($0.lastTOTPStep) })
            backOff.succeeded(name)
            return key
        } catch KeyringError.busy {
            throw Refusal.tooMany
        } catch {
            backOff.failed(name, at: now)
            try await record(.signInFailed, by: row == nil ? "unknown" : name, detail: what)
            throw Refusal.notAllowed(.cannotUnlock)
        }
    }
}
