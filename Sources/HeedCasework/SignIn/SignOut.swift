import HeedCore
import HeedKeyring

/// Ends a session for good. What the lock kept of typed text is gone with it.
package struct SignOut: Sendable {
    private let desk: Desk

    package init(_ desk: Desk) { self.desk = desk }

    package func perform(session: String) async throws {
        guard let cookie = SessionCookie(value: session) else { return }
        let status = desk.sessions.status(cookie)
        desk.sessions.end(cookie)
        switch status {
        case .open(let owner, _), .locked(let owner, _): try await desk.record(.signedOut, by: owner.username)
        case .none: return
        }
    }
}
