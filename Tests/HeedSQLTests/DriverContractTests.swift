import HeedSQL
import HeedTestKit
import Testing

@Suite struct DriverContractTests {
    @Test(arguments: Engine.available) func `the driver keeps the contract`(engine: Engine) async throws {
        try await DatabaseContract(engine).run()
    }

    @Test(arguments: Engine.available) func `a commit is synced before it is returned`(engine: Engine) async throws {
        try await engine.withDatabase { database in
            let durability = try await database.durability()
            #expect(durability.isFull, "\(durability.detail)")
        }
    }

    @Test(arguments: Engine.available) func `a lock that is not granted in time is busy`(engine: Engine) async throws {
        try await engine.withPlace { place in
            let holder = try place.open()
            let other = try place.open(waiting: 0.1)
            try await holder.write { db in
                try db.script("CREATE TABLE t (id bigint PRIMARY KEY, n bigint); INSERT INTO t VALUES (1, 0)")
            }
            let (held, isHeld) = AsyncStream.makeStream(of: Void.self)
            let release = Gate()
            let holding = Task {
                try await holder.write { db in
                    try db.execute("UPDATE t SET n = 1 WHERE id = 1")
                    isHeld.yield()
                    release.wait()
                }
            }
            for await _ in held { break }
            await #expect(throws: SQLError.busy) {
                try await other.write { db in try db.execute("UPDATE t SET n = 2 WHERE id = 1") }
            }
            release.open()
            try await holding.value
            try await other.write { db in try db.execute("UPDATE t SET n = 2 WHERE id = 1") }
            await holder.close()
            await other.close()
        }
    }
}
