/// Why a statement or a transaction failed, in the same words on both engines.
/// It never carries a value or a statement: `trigger` holds a message written in a migration, `column` a column's
/// name, `other` the engine's own code (SQLite's extended result code, PostgreSQL's SQLSTATE).
package enum SQLError: Error, Hashable, Sendable {
    /// A unique index or primary key already holds the row.
    case unique
    case check
    case notNull
    case foreignKey
    /// A trigger raised, with the message of the migration that declares it.
    case trigger(String)
    /// A lock was not granted, or a statement did not end, within the configured time.
    case busy
    /// Two transactions collided. Drivers retry; it is seen only when the retries ran out.
    case serialization
    /// No room on the disk, or the configured page limit is reached.
    case full
    /// A write inside `read`, or a store mounted read-only.
    case readOnly
    /// The role may not do this (PostgreSQL).
    case denied
    /// The store cannot be reached or read. After a lost COMMIT the outcome is unknown, so nothing may be acknowledged.
    case unavailable
    /// An earlier statement of this transaction failed outside a savepoint: nothing more is run, nothing is committed.
    case aborted
    /// Text with U+0000, which PostgreSQL cannot hold and SQLite would cut.
    case unstorableText
    /// A column is missing or holds another type than asked for.
    case column(String)
    case other(String)
}
