import FoundationEssentials
import GRDB

/// A transaction's channel to SQLite, on GRDB's queue.
final class SQLiteSession: Session {
    private let db: GRDB.Database

    init(_ db: GRDB.Database) {
        self.db = db
    }

    func execute(_ text: String, _ values: [SQLValue]) throws(SQLError) -> Int {
        try translated {
            try db.cachedStatement(sql: text).execute(arguments: Self.arguments(values))
            return db.changesCount
        }
    }

    func fetch(_ text: String, _ values: [SQLValue]) throws(SQLError) -> [Row] {
        try translated {
            let statement = try db.cachedStatement(sql: text)
            let columns = statement.columnNames
            let cursor = try GRDB.Row.fetchCursor(statement, arguments: Self.arguments(values))
            var rows: [Row] = []
            while let row = try cursor.next() {
                rows.append(Row(columns: columns, values: columns.indices.map { Self.value(row[$0]) }))
            }
            return rows
        }
    }

    func script(_ text: String) throws(SQLError) {
        try translated { try db.execute(sql: text) }
    }

    func control(_ text: String) throws(SQLError) {
        try translated { try db.cachedStatement(sql: text).execute() }
    }

    private func translated<Value>(_ body: () throws -> Value) throws(SQLError) -> Value {
        do {
            return try body()
        } catch {
            throw SQLError(sqlite: error)
        }
    }

    private static func arguments(_ values: [SQLValue]) -> StatementArguments {
        StatementArguments(
            values.map { value -> DatabaseValue in
                switch value {
                case .null: .null
                case .integer(let integer): integer.databaseValue
                case .text(let text): text.databaseValue
                case .blob(let bytes): Data(bytes).databaseValue
                }
            })
    }

    private static func value(_ value: DatabaseValue) -> SQLValue {
        switch value.storage {
        case .null: .null
        case .int64(let integer): .integer(integer)
        // The schema has no floating point column; a computed one shows as text so that it decodes as nothing else.
        case .double(let double): .text("\(double)")
        case .string(let text): .text(text)
        case .blob(let data): .blob([UInt8](data))
        }
    }
}
