import FoundationEssentials
import HeedSQL
import HeedTestKit
import Testing

@Suite struct SQLiteDriverTests {
    /// GRDB sets NORMAL while opening: this is what would lose acknowledged reports in a power cut.
    @Test func `the writer syncs fully, inside a write`() async throws {
        try await Engine.sqlite.withDatabase { database in
            let settings = try await database.write { db in
                try ["synchronous", "secure_delete", "trusted_schema", "foreign_keys", "mmap_size", "temp_store"]
                    .map { name in try db.pragma(name) }
            }
            #expect(settings == ["2", "1", "0", "1", "0", "2"])
            let journal = try await database.write { db in try db.pragma("journal_mode") }
            #expect(journal == "wal")
        }
    }

    @Test func `only the owner reads the files`() async throws {
        try await Engine.sqlite.withPlace { place in
            let database = try place.open()
            try await database.write { db in try db.script("CREATE TABLE t (n integer)") }
            for suffix in ["", "-wal", "-shm"] {
                let attributes = try FileManager.default.attributesOfItem(atPath: place.sqlitePath + suffix)
                let permissions = attributes[.posixPermissions] as? UInt
                #expect(permissions == 0o600, "\(suffix)")
            }
            await database.close()
        }
    }

    @Test func `no room is told as full, and what was there stays`() async throws {
        try await Engine.sqlite.withDatabase { database in
            try await database.write { db in
                try db.script("CREATE TABLE t (id integer PRIMARY KEY, b blob); PRAGMA max_page_count = 40")
                try db.execute("INSERT INTO t VALUES (1, \([1, 2, 3] as [UInt8]))")
            }
            await #expect(throws: SQLError.full) {
                try await database.write { db in
                    for id in 2...100 {
                        try db.execute("INSERT INTO t VALUES (\(id), \([UInt8](repeating: 7, count: 4096)))")
                    }
                }
            }
            let count: Int? = try await database.read { db in try db.value("SELECT count(*) FROM t") }
            #expect(count == 1)
            try await database.write { db in try db.execute("INSERT INTO t VALUES (2, NULL)") }
        }
    }

    @Test func `a store that is not there is not made by mistake`() async throws {
        try await Engine.sqlite.withPlace { place in
            let settings = SQLiteSettings(path: place.sqlitePath, mayCreate: false)
            #expect(throws: SQLError.unavailable) { try Database.sqlite(settings) }
            #expect(!FileManager.default.fileExists(atPath: place.sqlitePath))
        }
    }

    @Test func `a file that is no database is unavailable`() async throws {
        try await Engine.sqlite.withPlace { place in
            let text = Data(String(repeating: "not a database ", count: 100).utf8)
            try text.write(to: URL(filePath: place.sqlitePath))
            #expect(throws: SQLError.unavailable) { try place.open() }
        }
    }

    @Test func `what was committed is there after a reopening`() async throws {
        try await Engine.sqlite.withPlace { place in
            let first = try place.open()
            try await first.write { db in try db.script("CREATE TABLE t (n integer); INSERT INTO t VALUES (7)") }
            await first.close()
            let second = try place.open()
            let n: Int? = try await second.read { db in try db.value("SELECT n FROM t") }
            #expect(n == 7)
            await second.close()
        }
    }
}

extension Connection {
    /// A pragma's value as text, whatever its type.
    fileprivate func pragma(_ name: String) throws -> String {
        let value: SQLValue? =
            switch name {
            case "synchronous": try self.value("PRAGMA synchronous")
            case "secure_delete": try self.value("PRAGMA secure_delete")
            case "trusted_schema": try self.value("PRAGMA trusted_schema")
            case "foreign_keys": try self.value("PRAGMA foreign_keys")
            case "mmap_size": try self.value("PRAGMA mmap_size")
            case "temp_store": try self.value("PRAGMA temp_store")
            default: try self.value("PRAGMA journal_mode")
            }
        return switch value {
        case .integer(let integer): "\(integer)"
        case .text(let text): text
        default: "?"
        }
    }
}
