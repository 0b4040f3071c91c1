import HeedCore
import HeedIntake
import HeedSQL
import HeedStore
import HeedTestKit
import HeedVault
import Testing

@Suite("Keeping the batch")
struct BatchKeeperTests {
    @Test("the batch follows the calendar and never goes back", arguments: Engine.available)
    func monotonic(_ engine: Engine) async throws {
        try await Site.on(engine) { (site: Site) async throws in
            #expect(try await site.keeper.advance() == 3)
            site.time.advance(seconds: 40 * 86_400)
            #expect(try await site.keeper.advance() == 43)
            site.time.advance(seconds: -41 * 86_400)
            #expect(try await site.keeper.advance() == 43)
            #expect(try await site.database.read { db in try db.currentBatch() } == 43)
        }
    }

    @Test("the next turn is at the close of the open batch")
    func next() async throws {
        try await Site.on(.sqlite) { (site: Site) async throws in
            #expect(site.keeper.secondsToClose() == 86_400)
            site.time.advance(seconds: 86_399)
            #expect(site.keeper.secondsToClose() == 1)
            _ = try await site.keeper.advance()
        }
    }

    @Test("marks of repeated sends are forgotten after the window, in slices; answers are kept")
    func forgets() async throws {
        try await Site.on(.sqlite) { (site: Site) async throws in
            try await site.keeper.advance()
            let sent = site.submission()
            _ = try await site.submit(sent)
            try await site.add("An answer", answering: 1, sent.code)
            _ = try await site.database.write { db in
                for number in 0..<600 {
                    try db.execute(
                        """
                        INSERT INTO idem (mac, thread_id, item, expires_batch)
                        VALUES (\(Examples.bytes(32, UInt64(number))), \(sent.thread.bytes), 0, 4)
                        """)
                }
            }
            site.time.advance(seconds: 2 * 86_400)
            try await site.keeper.advance()
            #expect(try await site.rows("idem") == 3)
            site.time.advance(seconds: 86_400)
            try await site.keeper.advance()
            #expect(try await site.rows("idem") == 1)
        }
    }
}
