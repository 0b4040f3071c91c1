package import HeedCore
package import HeedKeyring
import HeedLedger
import HeedSQL
import HeedStore

extension Desk {
    /// Runs one request of a signed-in officer, with the keys of the session lent to it.
    /// The account and its certificate are looked up first: a deactivated or changed officer's sessions end at once.
    /// - Parameter touch: false for what a page does by itself, which does not keep a session open.
    /// - Throws: `Refusal.notAllowed(.signedOut)` or `(.locked)`; what `body` throws.
    package func asOfficer<Value>(
        _ session: String, touch: Bool = true,
        _ body: (UnlockedOfficer, borrowing SessionKeys) async throws -> Value
    ) async throws -> Value {
        guard let cookie = SessionCookie(value: session) else { throw Refusal.notAllowed(.signedOut) }
        do {
            return try await sessions.withKeys(cookie, touch: touch) { keys, owner in
                let certificate = try await currentCertificate(of: owner)
                let kept = try sessions.kept(cookie) { KeptInSession() }
                let officer = try UnlockedOfficer(
                    certificate: certificate, keys: keys.compartments, opened: kept.cards, dues: kept.dues)
                return try await body(officer, keys)
            }
        } catch KeyringError.noSession {
            throw Refusal.notAllowed(.signedOut)
        } catch KeyringError.locked {
            throw Refusal.notAllowed(.locked)
        }
    }

    private func currentCertificate(of owner: SessionOwner) async throws -> OfficerCertificate {
        let found = try await database.read { db in
            (try db.officer(owner.username), try db.certificate(owner.certificate), try db.currentBatch())
        }
        guard let account = found.0, account.isActive, account.certificate == owner.certificate, let row = found.1,
            let certificate = try? trust.usable(row, at: found.2)
        else {
            sessions.lockAll(username: owner.username)
            throw Refusal.notAllowed(.signedOut)
        }
        return certificate
    }
}

/// What one unlocked session remembers of what it opened. Gone with its keys.
private struct KeptInSession: Sendable {
    let cards = OpenedCards()
    let dues = OpenedDues()
}

extension Refusal.Reason {
    /// There is no such session, or it has ended for good: sign in.
    package static let signedOut: Refusal.Reason = "refusal.signed-out"
    /// The session is locked: unlock it, and what was typed comes back.
    package static let locked: Refusal.Reason = "refusal.locked"
    /// Whatever was wrong with a name, a passphrase or a code.
    package static let cannotUnlock: Refusal.Reason = "refusal.unlock"
}
