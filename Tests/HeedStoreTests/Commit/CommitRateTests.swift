import HeedSQL
import HeedStore
import HeedTestKit
import Testing

/// Prints a figure; a floor far below it keeps the test from failing on a busy machine.
@Suite(.serialized) struct CommitRateTests {
    @Test(arguments: Engine.available) func `commits share their sync`(engine: Engine) async throws {
        try await engine.withStore { database in
            let commits = GroupCommit(database: database)
            let callers = 32
            let each = 40
            // With headers about 12 KiB of sealed rows for each item: a report and its contact object.
            let work = (0..<callers * each).map { number -> @Sendable (Connection) throws -> Void in
                let seed = UInt64(number + 1)
                let thread = Examples.thread(seed)
                let objects = [
                    Examples.sealed(seed, in: thread), Examples.sealed(seed + 1 << 40, in: thread, purpose: .contact),
                ]
                return { db in
                    try db.insert(thread)
                    try db.insert(Examples.item(of: thread))
                    for object in objects { try db.insert(object) }
                }
            }
            let start = ContinuousClock.now
            try await withThrowingTaskGroup { group in
                for caller in 0..<callers {
                    group.addTask {
                        for round in 0..<each { try await commits.commit(work[caller * each + round]) }
                    }
                }
                try await group.waitForAll()
            }
            let elapsed = start.duration(to: .now)
            let seconds = Double(elapsed.components.seconds) + Double(elapsed.components.attoseconds) / 1e18
            let rate = Double(callers * each) / seconds
            print("commit rate \(engine.rawValue), \(callers) callers: \(Int(rate)) items/s")
            let count: Int? = try await database.read { db in try db.value("SELECT count(*) FROM thread") }
            #expect(count == callers * each)
            // One sync for each would take as many as there are items; the rate itself is for `make bench`.
            #expect(rate > 1)
        }
    }
}
