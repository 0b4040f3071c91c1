/// PostgreSQL through libpq: a bounded pool of connections, each on a serial queue of its own.
/// A write is SERIALIZABLE, so that code which is right on SQLite's single writer is right here; collisions are run
/// again a bounded number of times. A read is one REPEATABLE READ snapshot and never collides.
final class PostgresDriver: Driver {
    let dialect = Dialect.postgres
    private let pool: PostgresPool

    init(_ settings: PostgresSettings) {
        pool = PostgresPool(settings)
    }

    func run<Value: Sendable>(
        _ mode: TransactionMode, _ body: @escaping @Sendable (Connection) throws -> Value
    ) async throws -> Value {
        let line = try await pool.take()
        defer { pool.put(line) }
        return try await withCheckedThrowingContinuation { continuation in
            line.perform {
                continuation.resume(with: Result { try line.transact(mode, body) })
            }
        }
    }

    func durability() async throws -> Durability {
        try await run(.read) { db in
            let names = ["synchronous_commit", "fsync", "full_page_writes"]
            var settings: [String: String] = [:]
            for name in names {
                settings[name] = try db.value("SELECT current_setting(\(name))") ?? ""
            }
            let isSynced = ["on", "remote_apply"].contains(settings["synchronous_commit"])
            return Durability(
                isFull: isSynced && settings["fsync"] == "on" && settings["full_page_writes"] == "on",
                detail: names.map { "\($0)=\(settings[$0] ?? "")" }.joined(separator: " "))
        }
    }

    func close() async {
        for line in await pool.close() {
            await withCheckedContinuation { continuation in
                line.perform {
                    line.hangUp()
                    continuation.resume()
                }
            }
        }
    }
}

extension Database {
    /// A PostgreSQL store. Connections are opened when they are needed; a server that is away shows as
    /// `SQLError.unavailable` from `read` and `write`, and its return heals by itself.
    package static func postgres(_ settings: PostgresSettings) -> Database {
        Database(PostgresDriver(settings))
    }
}
