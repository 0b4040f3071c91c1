/// How to reach a PostgreSQL store.
/// The defaults are the ones to serve with; tests shorten the waits.
package struct PostgresSettings: Sendable {
    /// libpq's `key=value` form or a `postgresql://` address. Held in memory only: it may hold a password.
    package var connection: String
    /// The most connections this process opens.
    package var connections: Int
    /// Seconds to wait for a lock.
    package var lockTimeout: Double
    /// Seconds a statement may run.
    package var statementTimeout: Double
    /// How often a transaction that collided with another is run again.
    package var retries: Int

    package init(
        connection: String, connections: Int = 6, lockTimeout: Double = 5, statementTimeout: Double = 10,
        retries: Int = 10
    ) {
        self.connection = connection
        self.connections = connections
        self.lockTimeout = lockTimeout
        self.statementTimeout = statementTimeout
        self.retries = retries
    }
}
