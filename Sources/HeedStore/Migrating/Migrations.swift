import FoundationEssentials
package import HeedSQL

/// The schema's history, in order, and how it reaches a store.
/// Applying is idempotent and safe from several processes at once; each file is one transaction.
package struct Migrations: Sendable {
    package let list: [Migration]

    /// - Precondition: in the order of their names.
    package init(_ list: [Migration]) {
        self.list = list
    }

    /// Reads the files of `directory`; without one, those that travel beside the program.
    package init(directory: String? = nil) throws(MigrationError) {
        let places = directory.map { [$0] } ?? Self.places
        for place in places {
            guard let names = try? FileManager.default.contentsOfDirectory(atPath: place) else { continue }
            let files = names.filter { $0.first?.isNumber == true && $0.hasSuffix(".sql") }.sorted()
            let list = files.compactMap { name -> Migration? in
                guard let data = FileManager.default.contents(atPath: place + "/" + name) else { return nil }
                return Migration(name: name, text: String(decoding: data, as: UTF8.self))
            }
            if !list.isEmpty && list.count == files.count {
                self.init(list)
                return
            }
        }
        throw .notFound(looked: places)
    }

    /// Brings the store up to date and returns the names of what was applied now.
    @discardableResult
    package func apply(to database: Database) async throws -> [String] {
        try await database.write { db in
            // PostgreSQL lets two processes create one table at once, and then fails one of them.
            if db.dialect == .postgres { try db.script("SELECT pg_advisory_xact_lock(1751475556)") }
            try db.script(Migration.record.text(for: db.dialect))
        }
        var applied: [String] = []
        for migration in list {
            let isNew = try await database.write { db in
                // Before the first snapshot is taken, so that whoever waits here sees what the other did.
                if db.dialect == .postgres { try db.script("LOCK TABLE migration IN EXCLUSIVE MODE") }
                try checkKnown(db)
                guard try isPending(migration, db) else { return false }
                try db.script(migration.text(for: db.dialect))
                try db.execute("INSERT INTO migration (name, sha256) VALUES (\(migration.name), \(migration.digest))")
                return true
            }
            if isNew { applied.append(migration.name) }
        }
        return applied
    }

    /// Throws unless the store has exactly these migrations; changes nothing.
    package func check(_ database: Database) async throws {
        try await database.read { db in
            try checkKnown(db)
            for migration in list where try isPending(migration, db) { throw MigrationError.pending(migration.name) }
        }
    }

    private func checkKnown(_ db: Connection) throws {
        for row in try db.fetch("SELECT name FROM migration ORDER BY name") {
            let name: String = try row["name"]
            guard list.contains(where: { $0.name == name }) else { throw MigrationError.unknown(name) }
        }
    }

    private func isPending(_ migration: Migration, _ db: Connection) throws -> Bool {
        let digest: [UInt8]? = try db.value("SELECT sha256 FROM migration WHERE name = \(migration.name)")
        guard let digest else { return true }
        guard digest == migration.digest else { throw MigrationError.changed(migration.name) }
        return false
    }

    /// The resource folder beside the running program. The accessor that the package manager generates would stop the
    /// process where the folder is missing, so it is not used.
    static var places: [String] {
        let own = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
        let program = own ?? CommandLine.arguments[0]
        let folder = program.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
        return [folder + "/heed_HeedStore.resources/Migrations"]
    }
}

extension Migration {
    /// The table of what was applied: the one thing made outside the numbered files.
    fileprivate static let record = Migration(
        name: "migration",
        text: """
            CREATE TABLE IF NOT EXISTS migration (
                name text NOT NULL PRIMARY KEY,
                sha256 {{blob}} NOT NULL CHECK (length(sha256) = 32)
            ){{keyed}}
            """)
}
