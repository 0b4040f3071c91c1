/// A process of an installation. Each has a listener, a database role and an operating-system user of its own.
enum ServiceRole: String, CaseIterable, Sendable {
    /// The public site: holds public keys only.
    case intake
    /// The officers' desk: holds keys only inside sessions.
    case desk
    /// The calendar, and in time the public ledger.
    case ledger
}
