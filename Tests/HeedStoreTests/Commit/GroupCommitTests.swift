import HeedSQL
import HeedStore
import HeedTestKit
import Synchronization
import Testing

@Suite struct GroupCommitTests {
    @Test(arguments: Engine.available) func `what is returned is stored`(engine: Engine) async throws {
        try await engine.withStore { database in
            let commits = GroupCommit(database: database)
            try await withThrowingTaskGroup { group in
                for seed in 0..<200 as Range<UInt64> {
                    group.addTask {
                        let thread = Examples.thread(seed)
                        try await commits.commit { db in try db.insert(thread) }
                        let found = try await database.read { db in try db.thread(thread.id) }
                        #expect(found == thread)
                    }
                }
                try await group.waitForAll()
            }
            let count: Int? = try await database.read { db in try db.value("SELECT count(*) FROM thread") }
            #expect(count == 200)
        }
    }

    @Test(arguments: Engine.available)
    func `one caller's failure is nobody else's`(engine: Engine) async throws {
        try await engine.withStore { database in
            let commits = GroupCommit(database: database)
            let failures = try await withThrowingTaskGroup(of: Bool.self) { group in
                for seed in 0..<60 as Range<UInt64> {
                    group.addTask {
                        do {
                            // Every third thread comes twice; a new row before the clash must go with it.
                            try await commits.commit { db in
                                try db.insert(Examples.thread(1000 + seed))
                                try db.insert(Examples.thread(seed % 3 == 0 ? 7777 : seed))
                            }
                            return false
                        } catch SQLError.unique {
                            return true
                        }
                    }
                }
                return try await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
            }
            #expect(failures == 19)
            let count: Int? = try await database.read { db in try db.value("SELECT count(*) FROM thread") }
            #expect(count == 2 * 41)
        }
    }

    @Test(arguments: Engine.available)
    func `callers that wait share a transaction`(engine: Engine) async throws {
        try await engine.withStore { database in
            let commits = GroupCommit(database: database, groupLimit: 5, budget: .seconds(5))
            let groups = Groups()
            try await withThrowingTaskGroup { group in
                for _ in 0..<21 {
                    group.addTask {
                        try await commits.commit { db in groups.count(db) }
                    }
                }
                try await group.waitForAll()
            }
            let sizes = groups.sizes
            #expect(sizes.reduce(0, +) == 21)
            #expect(sizes.allSatisfy { $0 <= 5 })
            #expect(sizes.count < 21)
        }
    }

    @Test(arguments: Engine.available)
    func `a full queue says so and stores nothing`(engine: Engine) async throws {
        try await engine.withStore { database in
            let commits = GroupCommit(database: database, groupLimit: 1, capacity: 4)
            let outcome = await withTaskGroup(of: Bool.self) { group in
                for seed in 0..<40 as Range<UInt64> {
                    group.addTask {
                        do {
                            try await commits.commit { db in try db.insert(Examples.thread(seed)) }
                            return true
                        } catch {
                            #expect(error as? StoreError == .full)
                            return false
                        }
                    }
                }
                return await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
            }
            let count: Int? = try await database.read { db in try db.value("SELECT count(*) FROM thread") }
            #expect(count == outcome)
            #expect(outcome < 40)
            try await commits.commit { db in try db.insert(Examples.thread(99)) }
        }
    }

    @Test(arguments: Engine.available)
    func `a commit that fails, fails for all in it and for nobody after`(engine: Engine) async throws {
        try await engine.withStore { database in
            let commits = GroupCommit(database: database)
            let spoiler = Spoiler()
            await #expect(throws: Spoiler.Refusal.self) {
                try await commits.commit { db in
                    try db.insert(Examples.thread(1))
                    _ = db.participant(ObjectIdentifier(spoiler)) { spoiler }
                }
            }
            #expect(try await database.read { db in try db.thread(Examples.thread(1).id) } == nil)
            try await commits.commit { db in try db.insert(Examples.thread(1)) }
        }
    }

    @Test func `a cancelled caller does not undo what others wait for`() async throws {
        try await Engine.sqlite.withStore { database in
            let commits = GroupCommit(database: database)
            let cancelled = Task { try await commits.commit { db in try db.insert(Examples.thread(1)) } }
            cancelled.cancel()
            try await commits.commit { db in try db.insert(Examples.thread(2)) }
            _ = await cancelled.result
            #expect(try await database.read { db in try db.thread(Examples.thread(2).id) } != nil)
        }
    }
}

/// How many items each transaction ran. Keeps its connections alive, so that no two have one identity.
private final class Groups: @unchecked Sendable {
    private let lock = Mutex(())
    private var seen: [(connection: Connection, items: Int)] = []

    var sizes: [Int] { lock.withLock { _ in seen.map(\.items) } }

    func count(_ connection: Connection) {
        lock.withLock { _ in
            if let index = seen.firstIndex(where: { $0.connection === connection }) {
                seen[index].items += 1
            } else {
                seen.append((connection, 1))
            }
        }
    }
}

/// Refuses the commit it takes part in.
private final class Spoiler: CommitParticipant, Sendable {
    struct Refusal: Error {}

    var mark: Int { 0 }
    func rollback(to mark: Int) {}
    func commit(in db: Connection, finish: () throws -> Void) throws { throw Refusal() }
}
