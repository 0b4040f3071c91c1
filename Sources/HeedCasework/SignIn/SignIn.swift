import HeedCore
package import HeedKeyring
import HeedLedger
import HeedSQL
import HeedStore

/// Opens a session for an officer, and locks every other of theirs.
/// Whatever is wrong, there is one refusal after the same work, so that a name, a passphrase and a code say nothing
/// about each other. A one-time code counts once, in the same transaction as the audit row.
package struct SignIn: Sendable {
    private let desk: Desk

    package init(_ desk: Desk) { self.desk = desk }

    /// - Returns: the cookie for the browser.
    /// - Throws: `Refusal.notAllowed(.cannotUnlock)` for everything that is wrong; `Refusal.tooMany` when too many wait.
    package func perform(_ form: SignInForm) async throws -> SessionCookie {
        try await Unlocking(desk: desk).perform(form).cookie
    }
}
