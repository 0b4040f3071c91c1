import HeedCore
package import HeedKeyring

/// Opens a locked session again for the same officer, and gives back what was being typed when it locked.
package struct Unlock: Sendable {
    private let desk: Desk

    package init(_ desk: Desk) { self.desk = desk }

    /// - Returns: the new cookie, and the text that the lock kept.
    /// - Throws: as `SignIn` does; a session of somebody else is as wrong as a passphrase.
    package func perform(
        session: String, passphrase: String, secretCode: String, totp: String
    ) async throws -> (cookie: SessionCookie, held: [UInt8]?) {
        guard let cookie = SessionCookie(value: session), let owner = owner(of: cookie) else {
            throw Refusal.notAllowed(.signedOut)
        }
        let form = SignInForm(
            username: owner.username, passphrase: passphrase, secretCode: secretCode, totp: totp)
        return try await Unlocking(desk: desk, resuming: cookie).perform(form)
    }

    private func owner(of cookie: SessionCookie) -> SessionOwner? {
        switch desk.sessions.status(cookie) {
        case .open(let owner, _), .locked(let owner, _): owner
        case .none: nil
        }
    }
}
