import HeedSQL
import Testing

/// Transactions, savepoints and races.
extension DatabaseContract {
    private struct Refusal: Error {}

    @Sendable func failureUndoesAll(_ database: Database) async throws {
        await #expect(throws: Refusal.self) {
            try await database.write { db in
                try db.insertThing(1)
                throw Refusal()
            }
        }
        #expect(try await database.read { db in try db.thingCount() } == 0)
    }

    @Sendable func failureEndsTheTransaction(_ database: Database) async throws {
        await #expect(throws: SQLError.unique) {
            try await database.write { db in
                try db.insertThing(1)
                try? db.insertThing(1)
                #expect(throws: SQLError.aborted) { try db.insertThing(2) }
                #expect(db.failure == .unique)
            }
        }
        let count = try await database.read { db in try db.thingCount() }
        #expect(count == 0)
    }

    @Sendable func savepointsUndoTheirOwn(_ database: Database) async throws {
        try await database.write { db in
            try db.insertThing(1)
            #expect(throws: SQLError.unique) {
                try db.savepoint {
                    try db.insertThing(2)
                    try db.insertThing(1)
                }
            }
            #expect(throws: Refusal.self) {
                try db.savepoint {
                    try db.insertThing(3)
                    throw Refusal()
                }
            }
            try db.savepoint { try db.insertThing(4) }
        }
        let ids = try await database.read { db in
            try db.fetch("SELECT id FROM thing ORDER BY id").map { try $0[0] as Int }
        }
        #expect(ids == [1, 4])
    }

    @Sendable func savepointsNest(_ database: Database) async throws {
        try await database.write { db in
            try db.savepoint {
                try db.insertThing(1)
                #expect(throws: SQLError.unique) {
                    try db.savepoint {
                        try db.insertThing(2)
                        try db.savepoint { try db.insertThing(3) }
                        try db.insertThing(1)
                    }
                }
                try db.insertThing(5)
            }
        }
        let count = try await database.read { db in try db.thingCount() }
        #expect(count == 2)
    }

    @Sendable func readsSeeOneSnapshot(_ database: Database) async throws {
        let gate = AsyncStream.makeStream(of: Void.self)
        async let counts = database.read { db in
            let before = try db.thingCount()
            gate.continuation.yield()
            // Long enough for the write below to have committed; the snapshot must not show it.
            for _ in 0..<20_000 { _ = try db.value("SELECT \(1)", as: Int.self) }
            return (before, try db.thingCount())
        }
        for await _ in gate.stream { break }
        try await database.write { db in try db.insertThing(1) }
        let (before, after) = try await counts
        #expect(before == 0 && after == 0)
        #expect(try await database.read { db in try db.thingCount() } == 1)
    }

    @Sendable func readsDoNotWrite(_ database: Database) async throws {
        await #expect(throws: SQLError.readOnly) { try await database.read { db in try db.insertThing(1) } }
        #expect(try await database.read { db in try db.thingCount() } == 0)
    }

    @Sendable func racesHaveOneWinner(_ database: Database) async throws {
        let won = await withTaskGroup(of: Bool.self) { group in
            for id in 0..<24 {
                group.addTask {
                    do {
                        return try await database.write { db in
                            let isFree = try db.first("SELECT 1 FROM thing WHERE t = 'only'") == nil
                            if isFree { try db.insertThing(id, "only") }
                            return isFree
                        }
                    } catch {
                        #expect(error as? SQLError == .unique)
                        return false
                    }
                }
            }
            return await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
        }
        #expect(won == 1)
        #expect(try await database.read { db in try db.thingCount() } == 1)
    }

    @Sendable func countersLoseNothing(_ database: Database) async throws {
        try await database.write { db in try db.execute("INSERT INTO thing (id, n) VALUES (1, 0)") }
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<24 {
                group.addTask {
                    try await database.write { db in
                        // Read, then write: what a lost update is made of.
                        let n: Int = try db.value("SELECT n FROM thing WHERE id = 1") ?? 0
                        try db.execute("UPDATE thing SET n = \(n + 1) WHERE id = 1")
                    }
                }
            }
            try await group.waitForAll()
        }
        let n: Int? = try await database.read { db in try db.value("SELECT n FROM thing WHERE id = 1") }
        #expect(n == 24)
    }

    @Sendable func participantsFollow(_ database: Database) async throws {
        let log = try await database.write { db in
            let log = Ledger()
            func note(_ id: Int) { db.participant(ObjectIdentifier(Ledger.self)) { log }.ids.append(id) }
            note(1)
            try? db.savepoint {
                note(2)
                throw Refusal()
            }
            try db.savepoint { note(3) }
            return log.written
        }
        #expect(log == [])
        let ids = try await database.read { db in
            try db.fetch("SELECT id FROM thing ORDER BY id").map { try $0[0] as Int }
        }
        #expect(ids == [1, 3])
    }

    /// Writes what it gathered, last.
    private final class Ledger: CommitParticipant {
        var ids: [Int] = []
        var written: [Int] = []
        var mark: Int { ids.count }
        func rollback(to mark: Int) { ids.removeLast(ids.count - mark) }

        func commit(in db: Connection, finish: () throws -> Void) throws {
            for id in ids { try db.insertThing(id) }
            written = ids
            try finish()
        }
    }
}
