/// What a cookie stands for at this moment.
package enum SessionStatus: Equatable, Sendable {
    case open(SessionOwner, secondsLeft: Int)
    case locked(SessionOwner, SessionLock)
    case none
}
