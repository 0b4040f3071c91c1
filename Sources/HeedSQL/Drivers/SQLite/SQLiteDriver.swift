import FoundationEssentials
import GRDB

/// SQLite through GRDB: one writer and a few readers over a write-ahead log.
/// A write begins IMMEDIATE and its COMMIT has been synced. Statements are prepared once per connection.
final class SQLiteDriver: Driver {
    let dialect = Dialect.sqlite
    private let pool: DatabasePool

    init(_ settings: SQLiteSettings) throws(SQLError) {
        try Self.prepareFile(settings)
        do {
            pool = try DatabasePool(path: settings.path, configuration: Self.configuration(settings))
            // GRDB sets NORMAL while it switches to the log, after every preparation hook: so FULL comes last.
            let level = try pool.writeWithoutTransaction { db in
                try db.execute(sql: "PRAGMA synchronous = FULL")
                return try Int.fetchOne(db, sql: "PRAGMA synchronous")
            }
            guard level == 2 else { throw SQLError.unavailable }
        } catch {
            throw SQLError(sqlite: error)
        }
    }

    func run<Value: Sendable>(
        _ mode: TransactionMode, _ body: @escaping @Sendable (Connection) throws -> Value
    ) async throws -> Value {
        try await withCheckedThrowingContinuation { continuation in
            switch mode {
            case .read:
                pool.asyncRead { access in
                    continuation.resume(with: Result { try Self.read(access, body) })
                }
            case .write:
                pool.asyncWriteWithoutTransaction { db in
                    continuation.resume(with: Result { try Self.write(db, body) })
                }
            }
        }
    }

    func durability() async throws -> Durability {
        try await run(.write) { db in
            let level: Int? = try db.value("PRAGMA synchronous")
            let journal: String? = try db.value("PRAGMA journal_mode")
            return Durability(
                isFull: level.map { $0 >= 2 } ?? false,
                detail: "synchronous=\(level ?? -1) journal_mode=\(journal ?? "?")")
        }
    }

    func close() async {
        let pool = self.pool
        await withCheckedContinuation { continuation in
            pool.asyncWriteWithoutTransaction { _ in continuation.resume() }
        }
        try? pool.close()
    }

    private static func read<Value>(
        _ access: Result<GRDB.Database, any Error>, _ body: (Connection) throws -> Value
    ) throws -> Value {
        switch access {
        case .failure(let error):
            throw SQLError(sqlite: error)
        case .success(let db):
            let connection = Connection(SQLiteSession(db), dialect: .sqlite)
            let value = try body(connection)
            if let failure = connection.failure { throw failure }
            return value
        }
    }

    private static func write<Value>(_ db: GRDB.Database, _ body: (Connection) throws -> Value) throws -> Value {
        do {
            try db.beginTransaction(.immediate)
        } catch {
            throw SQLError(sqlite: error)
        }
        let connection = Connection(SQLiteSession(db), dialect: .sqlite)
        do {
            let value = try body(connection)
            try connection.finish {
                do { try db.commit() } catch { throw SQLError(sqlite: error) }
            }
            return value
        } catch {
            // SQLite has already rolled back after some failures.
            if db.isInsideTransaction { try? db.rollback() }
            throw error
        }
    }

    private static func configuration(_ settings: SQLiteSettings) -> Configuration {
        var configuration = Configuration()
        configuration.label = "heed.sqlite"
        configuration.busyMode = .timeout(settings.busyTimeout)
        configuration.maximumReaderCount = settings.readers
        configuration.foreignKeysEnabled = true
        configuration.publicStatementArguments = false
        configuration.prepareDatabase { db in
            try db.execute(
                sql: """
                    PRAGMA secure_delete = ON;
                    PRAGMA trusted_schema = OFF;
                    PRAGMA mmap_size = 0;
                    PRAGMA cache_size = -24576;
                    PRAGMA cell_size_check = ON;
                    PRAGMA temp_store = MEMORY;
                    """)
        }
        return configuration
    }

    /// The file is the owner's alone from its first byte; SQLite gives the log the same rights.
    private static func prepareFile(_ settings: SQLiteSettings) throws(SQLError) {
        let files = FileManager.default
        if files.fileExists(atPath: settings.path) { return }
        guard settings.mayCreate,
            files.createFile(
                atPath: settings.path, contents: nil, attributes: [.posixPermissions: UInt(0o600)])
        else { throw .unavailable }
    }
}

extension Database {
    /// Opens a SQLite store. Throws `SQLError.unavailable` if the file cannot be opened or durability cannot be had.
    package static func sqlite(_ settings: SQLiteSettings) throws(SQLError) -> Database {
        Database(try SQLiteDriver(settings))
    }
}
