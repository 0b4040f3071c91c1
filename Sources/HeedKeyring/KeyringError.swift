package import HeedLedger
package import HeedVault

/// Why a key was not given out.
/// Carries nothing that a person typed, so it may be logged.
package enum KeyringError: Error, Equatable, Sendable {
    /// Unknown user, wrong passphrase, wrong secret code, wrong or used one-time code, altered file: one refusal.
    case cannotUnlock
    /// Too many people wait to unlock; nothing was tried.
    case busy
    /// A key file is not written as its document says.
    case malformed
    /// A key file holds another key than the one that manifest or certificate vouches for.
    case wrongKey
    /// The certificate does not cover the compartment.
    case notCertified
    /// No such session: never was, signed out, or forgotten.
    case noSession
    /// The session is locked and holds no key.
    case locked(SessionLock)
    /// Another officer's session.
    case otherOfficer
    /// Text too long to be kept while the session is locked.
    case tooLarge
    /// The plan of a ceremony cannot make a working installation.
    case badPlan
    case vault(VaultError)
    case ledger(LedgerError)
}

/// Runs a step whose error belongs to another target.
func vaulted<R: ~Copyable>(_ body: () throws(VaultError) -> R) throws(KeyringError) -> R {
    do throws(VaultError) { return try body() } catch { throw .vault(error) }
}

func ledgered<R: ~Copyable>(_ body: () throws(LedgerError) -> R) throws(KeyringError) -> R {
    do throws(LedgerError) { return try body() } catch { throw .ledger(error) }
}
