import FoundationEssentials
package import HeedSQL

/// Where one test's database lives: a directory for SQLite, a schema of its own for PostgreSQL.
/// It can be opened more than once, with short waits so that a test of locks is quick.
package struct DatabasePlace: Sendable {
    package let engine: Engine
    /// The directory, or the schema.
    package let name: String

    package var sqlitePath: String { name + "/heed.sqlite" }

    /// What reaches the place from PostgreSQL; `user` logs in as another role.
    package func postgresConnection(user: String? = nil) -> String {
        let role = user.map { " user=\($0)" } ?? ""
        return (Engine.postgresConnection ?? "") + " options='-c search_path=\(name)'" + role
    }

    /// - Parameter seconds: How long to wait for somebody else's lock. Long, since hundreds of tests share the cores;
    ///   those of waiting itself give their own.
    package func open(waiting seconds: Double = 60, user: String? = nil) throws -> Database {
        switch engine {
        case .sqlite:
            try .sqlite(SQLiteSettings(path: sqlitePath, busyTimeout: seconds))
        case .postgres:
            .postgres(
                PostgresSettings(
                    connection: postgresConnection(user: user), connections: 4, lockTimeout: seconds,
                    statementTimeout: 120))
        }
    }

    static func fresh(on engine: Engine) async throws -> DatabasePlace {
        let name = "heed_test_" + UInt64.random(in: .min ... .max).description
        switch engine {
        case .sqlite:
            let directory = FileManager.default.temporaryDirectory.appending(path: name).path
            try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
            return DatabasePlace(engine: engine, name: directory)
        case .postgres:
            let place = DatabasePlace(engine: engine, name: name)
            try await place.administer("CREATE SCHEMA \(name)")
            return place
        }
    }

    func remove() async {
        switch engine {
        case .sqlite:
            try? FileManager.default.removeItem(atPath: name)
        case .postgres:
            try? await administer("DROP SCHEMA \(name) CASCADE")
        }
    }

    private func administer(_ statement: String) async throws {
        let database = Database.postgres(
            PostgresSettings(
                connection: Engine.postgresConnection ?? "", connections: 1, lockTimeout: 60, statementTimeout: 120))
        do {
            try await database.write { db in try db.script(statement) }
            await database.close()
        } catch {
            await database.close()
            throw error
        }
    }
}
