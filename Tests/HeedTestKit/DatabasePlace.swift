import FoundationEssentials
package import HeedSQL

/// Where one test's database lives: a directory for SQLite, a schema of its own for PostgreSQL.
/// It can be opened more than once, with short waits so that a test of locks is quick.
package struct DatabasePlace: Sendable {
    package let engine: Engine
    /// The directory, or the schema's name.
    package let name: String

    package var sqlitePath: String { name + "/heed.sqlite" }

    package func open(waiting seconds: Double = 5) throws -> Database {
        switch engine {
        case .sqlite:
            return try .sqlite(SQLiteSettings(path: sqlitePath, busyTimeout: seconds))
        case .postgres:
            fatalError("no driver yet")
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
            fatalError("no driver yet")
        }
    }

    func remove() async {
        switch engine {
        case .sqlite:
            try? FileManager.default.removeItem(atPath: name)
        case .postgres:
            fatalError("no driver yet")
        }
    }
}
