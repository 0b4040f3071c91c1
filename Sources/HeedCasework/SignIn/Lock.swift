import HeedCore
import HeedKeyring

/// Locks a session, as the button does. Keeps what was being typed, sealed so that only this browser's cookie opens it.
package struct Lock: Sendable {
    private let desk: Desk

    package init(_ desk: Desk) { self.desk = desk }

    /// - Parameter typed: the form as it stood, to be given back after unlocking; at most 1 MiB.
    package func perform(session: String, typed: [UInt8]? = nil) async throws {
        guard let cookie = SessionCookie(value: session) else { return }
        if let typed { try? desk.sessions.hold(typed, for: cookie) }
        guard case .open(let owner, _) = desk.sessions.status(cookie) else { return }
        desk.sessions.lock(cookie)
        try await desk.record(.locked, by: owner.username)
    }
}
