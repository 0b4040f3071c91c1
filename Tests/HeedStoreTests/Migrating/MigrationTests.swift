import FoundationEssentials
import HeedSQL
import HeedStore
import HeedTestKit
import Testing

@Suite struct MigrationTests {
    private let first = Migration(name: "0001-a.sql", text: "CREATE TABLE a (n {{int}} PRIMARY KEY){{strict}};")
    private let second = Migration(name: "0002-b.sql", text: "CREATE TABLE b (n {{int}} PRIMARY KEY){{strict}};")

    @Test(arguments: Engine.available) func `each migration is applied once`(engine: Engine) async throws {
        try await engine.withDatabase { database in
            let applied = try await Migrations([first]).apply(to: database)
            #expect(applied == ["0001-a.sql"])
            #expect(try await Migrations([first, second]).apply(to: database) == ["0002-b.sql"])
            #expect(try await Migrations([first, second]).apply(to: database) == [])
        }
    }

    @Test(arguments: Engine.available) func `a changed migration is refused`(engine: Engine) async throws {
        try await engine.withDatabase { database in
            try await Migrations([first]).apply(to: database)
            let edited = Migrations([Migration(name: first.name, text: first.text + "\n-- edited")])
            await #expect(throws: MigrationError.changed("0001-a.sql")) { try await edited.apply(to: database) }
            await #expect(throws: MigrationError.changed("0001-a.sql")) { try await edited.check(database) }
        }
    }

    @Test(arguments: Engine.available) func `a store of a later version is refused`(engine: Engine) async throws {
        try await engine.withDatabase { database in
            try await Migrations([first, second]).apply(to: database)
            await #expect(throws: MigrationError.unknown("0002-b.sql")) {
                try await Migrations([first]).apply(to: database)
            }
        }
    }

    @Test(arguments: Engine.available) func `a store that lacks a migration is named`(engine: Engine) async throws {
        try await engine.withDatabase { database in
            try await Migrations([first]).apply(to: database)
            await #expect(throws: MigrationError.pending("0002-b.sql")) {
                try await Migrations([first, second]).check(database)
            }
        }
    }

    @Test(arguments: Engine.available) func `a migration that fails leaves nothing`(engine: Engine) async throws {
        try await engine.withDatabase { database in
            let broken = Migration(name: "0002-b.sql", text: second.text + "\nINSERT INTO nowhere VALUES (1);")
            await #expect(throws: SQLError.self) { try await Migrations([first, broken]).apply(to: database) }
            let applied = try await Migrations([first, second]).apply(to: database)
            #expect(applied == ["0002-b.sql"])
        }
    }

    @Test(arguments: Engine.available) func `several processes may start at once`(engine: Engine) async throws {
        try await engine.withPlace { place in
            let databases = try [place.open(), place.open(), place.open()]
            let applied = try await withThrowingTaskGroup(of: [String].self) { group in
                for database in databases { group.addTask { try await Migrations().apply(to: database) } }
                return try await group.reduce(into: []) { $0 += $1 }
            }
            let names = try Migrations().list.map(\.name)
            #expect(applied.sorted() == names)
            for database in databases { await database.close() }
        }
    }

    @Test func `a missing directory is named, with the remedy`() throws {
        let error = #expect(throws: MigrationError.self) { try Migrations(directory: "/nowhere/at/all") }
        #expect(error == .notFound(looked: ["/nowhere/at/all"]))
        #expect(error?.description.contains("store.migrations") == true)
    }

    @Test func `lines for one engine are left out on the other`() {
        let text = "a\n-- sqlite:\nb\n-- postgres:\nc\n-- end\nd {{blob}}"
        let migration = Migration(name: "x", text: text)
        #expect(migration.text(for: .sqlite) == "a\nb\nd blob")
        #expect(migration.text(for: .postgres) == "a\nc\nd bytea")
    }
}
