import HeedCore
import HeedKeyring

/// What the desk's pages know of signing in: typed text in, a cookie's value out. Keys and their types stay behind.
extension SignIn {
    /// - Returns: the value of the session's cookie.
    package func cookie(_ form: SignInForm) async throws -> String { try await perform(form).value }
}

extension Unlock {
    package func cookie(
        session: String, passphrase: String, secretCode: String, totp: String
    ) async throws -> (cookie: String, held: [UInt8]?) {
        let opened = try await perform(session: session, passphrase: passphrase, secretCode: secretCode, totp: totp)
        return (opened.cookie.value, opened.held)
    }
}

/// Signs a statement that was shown: the second phase of every step that takes a key unlocked for it alone.
package struct SignPrepared: Sendable {
    private let desk: Desk
    package init(_ desk: Desk) { self.desk = desk }

    /// - Throws: as `GraveStep.sign`.
    package func perform(
        session: String, token: String, passphrase: String, secretCode: String, totp: String
    ) async throws -> TakenStep {
        try await GraveStep(desk: desk).sign(
            session: session, token: token,
            credentials: Credentials(passphrase: passphrase, secretCode: secretCode, oneTimeCode: totp))
    }
}
