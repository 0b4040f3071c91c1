/// Why a session is locked.
package enum SessionLock: String, Equatable, Sendable {
    /// Nobody asked for anything for the idle limit.
    case idle
    /// Open for the longest a session may last.
    case absolute
    /// The officer pressed the lock button.
    case byOfficer
    /// The same officer signed in elsewhere.
    case elsewhere
    /// An administrator's command: deactivated, changed, revoked.
    case byCommand
}
