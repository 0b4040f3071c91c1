/// The inside of one transaction: what a `read` or `write` closure works with.
/// It never outlives its closure. After a statement failed outside a savepoint every later one throws `aborted` and
/// nothing is committed, on both engines alike; so a failure that is survivable belongs in `savepoint`.
package final class Connection {
    package let dialect: Dialect
    private let session: any Session
    private var depth = 0
    private var participants: [(key: ObjectIdentifier, value: any CommitParticipant)] = []

    /// The first failure that no savepoint has undone.
    package private(set) var failure: SQLError?

    init(_ session: any Session, dialect: Dialect) {
        self.session = session
        self.dialect = dialect
    }

    /// Runs one statement and says how many rows it changed.
    @discardableResult
    package func execute(_ sql: SQL) throws(SQLError) -> Int {
        try run(sql) { text, values throws(SQLError) in try session.execute(text, values) }
    }

    /// All rows of one statement (also `… RETURNING`).
    package func fetch(_ sql: SQL) throws(SQLError) -> [Row] {
        try run(sql) { text, values throws(SQLError) in try session.fetch(text, values) }
    }

    /// The first row, if there is one.
    package func first(_ sql: SQL) throws(SQLError) -> Row? {
        try fetch(sql).first
    }

    /// The first column of the first row; nil if there is no row.
    package func value<Value: SQLConvertible>(_ sql: SQL, as type: Value.Type = Value.self) throws(SQLError) -> Value? {
        guard let row = try first(sql) else { return nil }
        return try row[0] as Value
    }

    /// Runs statements that hold no values: migrations and engine settings.
    package func script(_ text: String) throws(SQLError) {
        try guarded { () throws(SQLError) in try session.script(text) }
    }

    /// Runs `body` so that its failure undoes its own statements and no others, and lets the transaction go on.
    /// Where the engine has given up the whole transaction, it stays failed.
    @discardableResult
    package func savepoint<Value>(_ body: () throws -> Value) throws -> Value {
        let name = "heed_\(depth)"
        try guarded { () throws(SQLError) in try session.control("SAVEPOINT \(name)") }
        depth += 1
        defer { depth -= 1 }
        let marks = participants.map { $0.value.mark }
        do {
            let value = try body()
            if let failure { throw failure }
            try guarded { () throws(SQLError) in try session.control("RELEASE SAVEPOINT \(name)") }
            return value
        } catch {
            try undo(name, marks: marks)
            throw error
        }
    }

    /// The participant registered under `key` in this transaction, made now if there is none.
    package func participant<Value: CommitParticipant>(_ key: ObjectIdentifier, make: () -> Value) -> Value {
        if let known = participants.first(where: { $0.key == key })?.value as? Value { return known }
        let made = make()
        participants.append((key, made))
        return made
    }

    /// Lets every participant write, then commits inside all of them.
    func finish(_ commit: () throws -> Void) throws {
        func step(_ index: Int) throws {
            if let failure { throw failure }
            guard index < participants.count else { return try commit() }
            try participants[index].value.commit(in: self) { try step(index + 1) }
        }
        try step(0)
    }

    private func undo(_ name: String, marks: [Int]) throws(SQLError) {
        for (index, participant) in participants.enumerated() {
            participant.value.rollback(to: index < marks.count ? marks[index] : 0)
        }
        // A collision dooms the transaction whatever is rolled back: only running it again helps.
        if failure == .serialization || failure == .unavailable { return }
        do {
            try session.control("ROLLBACK TO SAVEPOINT \(name)")
            try session.control("RELEASE SAVEPOINT \(name)")
            failure = nil
        } catch {
            failure = failure ?? error
        }
    }

    private func run<Value>(
        _ sql: SQL, _ body: (String, [SQLValue]) throws(SQLError) -> Value
    ) throws(SQLError) -> Value {
        let values = sql.values
        return try guarded { () throws(SQLError) in
            guard values.allSatisfy(\.isStorable) else { throw .unstorableText }
            return try body(sql.text(for: dialect), values)
        }
    }

    private func guarded<Value>(_ body: () throws(SQLError) -> Value) throws(SQLError) -> Value {
        guard failure == nil else { throw .aborted }
        do {
            return try body()
        } catch {
            failure = error
            throw error
        }
    }
}

extension SQLValue {
    fileprivate var isStorable: Bool {
        guard case .text(let text) = self else { return true }
        return !text.utf8.contains(0)
    }
}
