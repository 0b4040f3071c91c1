package import HeedCore
package import HeedKeyring

/// What the frame of every page says of the session: who, as what, and how long until it locks.
package enum SessionView: Sendable, Equatable {
    case open(Officer, secondsLeft: Int)
    /// Whose it is, and why it is locked.
    case locked(username: String, SessionLock)
    case none
}

extension Desk {
    /// Looks at a session without keeping it open.
    package func view(session: String) async throws -> SessionView {
        guard let cookie = SessionCookie(value: session) else { return .none }
        switch sessions.status(cookie) {
        case .none: return .none
        case .locked(let owner, let lock): return .locked(username: owner.username, lock)
        case .open(_, let secondsLeft):
            do {
                return try await asOfficer(session, touch: false) { officer, _ in
                    .open(officer.officer, secondsLeft: secondsLeft)
                }
            } catch Refusal.notAllowed { return .none }
        }
    }
}
