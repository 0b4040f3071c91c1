package import HeedSQL
import HeedStore

extension Engine {
    /// Runs `body` on a fresh database that has the whole schema.
    package func withStore<Value>(_ body: (Database) async throws -> Value) async throws -> Value {
        try await withDatabase { database in
            try await Migrations().apply(to: database)
            return try await body(database)
        }
    }
}
