import FoundationEssentials
package import HeedSQL
import Testing

/// A database engine that tests run on.
/// SQLite is always there; PostgreSQL where HEED_TEST_POSTGRES holds a connection string (`Scripts/postgres-temp start`
/// prints one). Where it does not, the first use says so.
package enum Engine: String, CaseIterable, Sendable, CustomTestStringConvertible {
    case sqlite
    case postgres

    package static let available: [Engine] = {
        if postgresConnection == nil {
            print("skipped: PostgreSQL (HEED_TEST_POSTGRES is not set; see Scripts/postgres-temp)")
            return [.sqlite]
        }
        return [.sqlite, .postgres]
    }()

    package static let postgresConnection: String? = ProcessInfo.processInfo.environment["HEED_TEST_POSTGRES"]
        .flatMap { $0.isEmpty ? nil : $0 }

    package var testDescription: String { rawValue }

    /// Runs `body` on a fresh, empty database that is gone afterwards.
    package func withDatabase<Value>(_ body: (Database) async throws -> Value) async throws -> Value {
        try await withPlace { place in
            let database = try place.open()
            do {
                let value = try await body(database)
                await database.close()
                return value
            } catch {
                await database.close()
                throw error
            }
        }
    }

    /// Runs `body` with a place for a fresh database, so that it can open it several times and in several ways.
    package func withPlace<Value>(_ body: (DatabasePlace) async throws -> Value) async throws -> Value {
        let place = try await DatabasePlace.fresh(on: self)
        do {
            let value = try await body(place)
            await place.remove()
            return value
        } catch {
            await place.remove()
            throw error
        }
    }
}
