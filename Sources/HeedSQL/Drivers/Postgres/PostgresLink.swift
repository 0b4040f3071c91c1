import CPostgres

/// One connection to a server.
/// Used on its line's queue only. Statements are prepared once for each text and parameter types, values and results
/// travel in binary form. The server's notices go nowhere: libpq would print them.
final class PostgresLink: Session {
    private struct Prepared: Hashable {
        let text: String
        let types: [Oid]
    }

    private let handle: OpaquePointer
    private var prepared: [Prepared: String] = [:]
    private var counter = 0
    private static let mostPrepared = 400

    init(_ settings: PostgresSettings) throws(SQLError) {
        handle = try Self.connect(settings)
        PQsetNoticeProcessor(handle, { _, _ in }, nil)
        try configure(settings)
    }

    deinit {
        PQfinish(handle)
    }

    var isAlive: Bool { PQstatus(handle) == CONNECTION_OK }

    func begin(_ mode: TransactionMode) throws(SQLError) {
        if prepared.count > Self.mostPrepared {
            try script("DEALLOCATE ALL")
            prepared = [:]
        }
        switch mode {
        case .read: try script("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")
        case .write: try script("BEGIN ISOLATION LEVEL SERIALIZABLE")
        }
    }

    /// Leaves whatever transaction is open.
    func rollback() {
        guard isAlive, PQtransactionStatus(handle) != PQTRANS_IDLE else { return }
        try? script("ROLLBACK")
    }

    func execute(_ text: String, _ values: [SQLValue]) throws(SQLError) -> Int {
        try run(text, values).changed
    }

    func fetch(_ text: String, _ values: [SQLValue]) throws(SQLError) -> [Row] {
        try run(text, values).rows()
    }

    func script(_ text: String) throws(SQLError) {
        _ = try PostgresResult(PQexec(handle, text), handle)
    }

    func control(_ text: String) throws(SQLError) {
        try script(text)
    }

    private func run(_ text: String, _ values: [SQLValue]) throws(SQLError) -> PostgresResult {
        let parameters = PostgresParameters(values)
        let key = Prepared(text: text, types: parameters.types)
        let isKept = prepared[key] != nil
        let name = try prepare(key)
        do {
            return try PostgresResult(parameters.execute(name, on: handle), handle)
        } catch {
            // The tables under a kept plan have changed ("cached plan must not change"): prepare it again.
            guard isKept, error == .other("0A000") else { throw error }
            prepared[key] = nil
            throw .serialization
        }
    }

    private func prepare(_ key: Prepared) throws(SQLError) -> String {
        if let name = prepared[key] { return name }
        counter += 1
        let name = "heed_\(counter)"
        _ = try PostgresResult(PQprepare(handle, name, key.text, Int32(key.types.count), key.types), handle)
        prepared[key] = name
        return name
    }

    private static func connect(_ settings: PostgresSettings) throws(SQLError) -> OpaquePointer {
        // What comes before dbname are defaults that the connection string overrides; what follows it stands.
        let options = [
            "connect_timeout", "5", "fallback_application_name", "heed", "dbname", settings.connection,
            "client_encoding", "UTF8",
        ]
        var text: [CChar] = []
        let offsets = options.map { option in
            defer { text += option.utf8CString }
            return text.count
        }
        let handle = text.withUnsafeBufferPointer { text in
            let strings = offsets.map { text.baseAddress?.advanced(by: $0) }
            let names = stride(from: 0, to: strings.count, by: 2).map { strings[$0] } + [nil]
            let values = stride(from: 1, to: strings.count, by: 2).map { strings[$0] } + [nil]
            return PQconnectdbParams(names, values, 1)
        }
        guard let handle else { throw .unavailable }
        guard PQstatus(handle) == CONNECTION_OK else {
            PQfinish(handle)
            throw .unavailable
        }
        return handle
    }

    private func configure(_ settings: PostgresSettings) throws(SQLError) {
        try script("SET lock_timeout = \(Int(settings.lockTimeout * 1000))")
        try script("SET statement_timeout = \(Int(settings.statementTimeout * 1000))")
        try script("SET idle_in_transaction_session_timeout = 60000")
        try script("SET client_min_messages = error")
        // Stronger settings stay; anything weaker is raised, and read back.
        if try !hasSynchronousCommit() {
            try script("SET synchronous_commit = on")
            guard try hasSynchronousCommit() else { throw .unavailable }
        }
    }

    private func hasSynchronousCommit() throws(SQLError) -> Bool {
        let level: String? = try fetch("SELECT current_setting('synchronous_commit')", []).first?[0]
        return level == "on" || level == "remote_apply"
    }
}
