import GRDB

extension SQLError {
    /// The portable code of an error that SQLite or GRDB threw. Only a trigger's message is kept.
    init(sqlite error: any Error) {
        if let known = error as? SQLError {
            self = known
            return
        }
        guard let error = error as? DatabaseError else {
            self = .other("grdb")
            return
        }
        self =
            switch error.extendedResultCode {
            case .SQLITE_CONSTRAINT_UNIQUE, .SQLITE_CONSTRAINT_PRIMARYKEY, .SQLITE_CONSTRAINT_ROWID: .unique
            case .SQLITE_CONSTRAINT_CHECK: .check
            case .SQLITE_CONSTRAINT_NOTNULL: .notNull
            case .SQLITE_CONSTRAINT_FOREIGNKEY: .foreignKey
            case .SQLITE_CONSTRAINT_TRIGGER: .trigger(error.message ?? "")
            default: Self(sqlitePrimary: error)
            }
    }

    private init(sqlitePrimary error: DatabaseError) {
        self =
            switch error.resultCode {
            case .SQLITE_BUSY, .SQLITE_LOCKED: .busy
            case .SQLITE_FULL: .full
            case .SQLITE_READONLY: .readOnly
            case .SQLITE_ABORT: .aborted
            case .SQLITE_CANTOPEN, .SQLITE_IOERR, .SQLITE_NOTADB, .SQLITE_CORRUPT, .SQLITE_MISUSE: .unavailable
            default: .other("sqlite-\(error.extendedResultCode.rawValue)")
            }
    }
}
