import HeedSQL
import HeedTestKit
import Testing

@Suite(.enabled(if: Engine.available.contains(.postgres))) struct PostgresDriverTests {
    @Test func `statements are prepared once`() async throws {
        try await Engine.postgres.withDatabase { database in
            // One transaction, so one connection.
            let prepared: Int? = try await database.write { db in
                try db.script("CREATE TABLE t (n bigint)")
                for n in 0..<50 { try db.execute("INSERT INTO t (n) VALUES (\(n))") }
                return try db.value("SELECT count(*) FROM pg_prepared_statements WHERE statement LIKE 'INSERT INTO t%'")
            }
            #expect(prepared == 1)
        }
    }

    @Test func `more statements than are kept still work`() async throws {
        try await Engine.postgres.withPlace { place in
            let database = Database.postgres(
                PostgresSettings(connection: place.postgresConnection(), connections: 1))
            for round in 0..<3 {
                try await database.write { db in
                    for n in 0..<300 {
                        let values = Array(repeating: n, count: n % 300 + 1)
                        _ = try db.fetch("SELECT \(round) WHERE 1 IN \(in: values)")
                    }
                }
            }
            await database.close()
        }
    }

    @Test func `a lost idle connection heals unseen`() async throws {
        try await Engine.postgres.withPlace { place in
            let database = Database.postgres(
                PostgresSettings(connection: place.postgresConnection(), connections: 1))
            let other = try place.open()
            let first: Int? = try await database.read { db in try db.value("SELECT pg_backend_pid()") }
            let killed: Bool? = try await other.write { db in try db.value("SELECT pg_terminate_backend(\(first)::int)")
            }
            #expect(killed == true)
            let second: Int? = try await database.write { db in try db.value("SELECT pg_backend_pid()") }
            #expect(second != nil && second != first)
            await other.close()
            await database.close()
        }
    }

    @Test func `a connection lost inside a transaction is told, nothing is stored, and the next works`() async throws {
        try await Engine.postgres.withDatabase { database in
            try await database.write { db in try db.script("CREATE TABLE t (n bigint)") }
            await #expect(throws: SQLError.unavailable) {
                try await database.write { db in
                    try db.execute("INSERT INTO t (n) VALUES (1)")
                    _ = try db.fetch("SELECT pg_terminate_backend(pg_backend_pid())")
                }
            }
            let count: Int? = try await database.read { db in try db.value("SELECT count(*) FROM t") }
            #expect(count == 0)
        }
    }

    @Test func `a server that is away is unavailable`() async throws {
        let database = Database.postgres(
            PostgresSettings(connection: "host=/nonexistent port=1 user=nobody dbname=none", connections: 1))
        await #expect(throws: SQLError.unavailable) { try await database.read { db in try db.fetch("SELECT 1") } }
        await database.close()
    }

    @Test func `a weaker durability asked for in the connection string is raised`() async throws {
        try await Engine.postgres.withPlace { place in
            let weak = Engine.postgresConnection.map { $0 + " options='-c synchronous_commit=off'" } ?? ""
            let database = Database.postgres(PostgresSettings(connection: weak, connections: 1))
            let level: String? = try await database.write { db in
                try db.value("SELECT current_setting('synchronous_commit')")
            }
            #expect(level == "on")
            await database.close()
        }
    }

    @Test func `a statement that never ends is busy`() async throws {
        let settings = PostgresSettings(
            connection: Engine.postgresConnection ?? "", connections: 1, statementTimeout: 0.2)
        let database = Database.postgres(settings)
        await #expect(throws: SQLError.busy) {
            try await database.read { db in try db.fetch("SELECT 1 FROM pg_sleep(20)") }
        }
        await database.close()
    }

    @Test func `a table changed under a kept plan is read again`() async throws {
        try await Engine.postgres.withPlace { place in
            let database = Database.postgres(
                PostgresSettings(connection: place.postgresConnection(), connections: 1))
            let other = try place.open()
            try await other.write { db in try db.script("CREATE TABLE t (n bigint); INSERT INTO t VALUES (1)") }
            let before = try await database.read { db in try db.fetch("SELECT * FROM t").first?.columns }
            try await other.write { db in try db.script("ALTER TABLE t ADD m bigint") }
            let after = try await database.read { db in try db.fetch("SELECT * FROM t").first?.columns }
            #expect(before == ["n"] && after == ["n", "m"])
            await other.close()
            await database.close()
        }
    }
}
