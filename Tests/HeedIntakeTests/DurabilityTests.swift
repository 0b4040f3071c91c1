import HeedCore
import HeedIntake
import HeedLedger
import HeedSQL
import HeedStore
import HeedTestKit
import HeedVault
import Testing

@Suite("No acknowledgement before the commit")
struct DurabilityTests {
    @Test(
        "a commit that fails acknowledges nobody and stores nothing; sent again, it is received",
        arguments: Engine.available)
    func fails(_ engine: Engine) async throws {
        try await Site.on(engine) { (site: Site) async throws in
            for (index, error) in [SQLError.full, .busy, .readOnly, .unavailable, .other("x")].enumerated() {
                let sent = site.submission()
                let gate = Hold(.waits)
                let spoiler = Hold(.fails(error))
                // The first transaction stands still, so that the next takes the spoiler and the report together.
                async let first: Void = site.commits.commit { db in gate.join(db) }
                while !gate.isReached { try await Task.sleep(for: .milliseconds(1)) }
                let spoilt = Task { try await site.commits.commit { db in spoiler.join(db) } }
                try await Task.sleep(for: .milliseconds(20))
                async let refused = site.refusal(of: sent)
                try await Task.sleep(for: .milliseconds(60))
                gate.release()
                try await first
                await #expect(throws: error) { try await spoilt.value }
                #expect(await refused == .closed("closed.store"), "\(error)")
                for table in ["thread", "pending_leaf", "audit"] { #expect(try await site.rows(table) == index) }
                #expect(try await site.submit(sent).kind == .report)
            }
        }
    }

    @Test("while the commit stands still nobody is answered", arguments: Engine.available)
    func stalls(_ engine: Engine) async throws {
        try await Site.on(engine) { (site: Site) async throws in
            let gate = Hold(.waits)
            let answered = Tally()
            async let stall: Void = site.commits.commit { db in gate.join(db) }
            let sent = (0..<4).map { _ in site.submission() }
            try await withThrowingTaskGroup(of: Void.self) { group in
                for submission in sent {
                    group.addTask {
                        _ = try await site.submit(submission)
                        answered.add()
                    }
                }
                while !gate.isReached { try await Task.sleep(for: .milliseconds(1)) }
                try await Task.sleep(for: .milliseconds(200))
                #expect(answered.count == 0)
                gate.release()
                try await group.waitForAll()
            }
            try await stall
            #expect(answered.count == 4)
            #expect(try await site.rows("thread") == 4)
        }
    }

    @Test("a caller who goes away does not undo a report, and finds its receipt by sending again")
    func cancelled() async throws {
        try await Site.on(.sqlite) { (site: Site) async throws in
            let gate = Hold(.waits)
            async let stall: Void = site.commits.commit { db in gate.join(db) }
            while !gate.isReached { try await Task.sleep(for: .milliseconds(1)) }
            let sent = site.submission()
            let caller = Task { try await site.submit(sent) }
            try await Task.sleep(for: .milliseconds(50))
            caller.cancel()
            gate.release()
            try await stall
            let answer = try await caller.value
            #expect(answer.kind == .report)
            #expect(try await site.submit(sent).receipt == answer.receipt)
        }
    }

    @Test(
        "a cohort that ends between sealing and commit gives the leaf and the receipt of the new one",
        arguments: Engine.available)
    func cohortMoves(_ engine: Engine) async throws {
        try await Site.on(engine) { (site: Site) async throws in
            let gate = Hold(.waits)
            async let stall: Void = site.commits.commit { db in gate.join(db) }
            while !gate.isReached { try await Task.sleep(for: .milliseconds(1)) }
            // The batch moves in front of the report, which was sealed before that.
            async let move: Void = site.database.write { db in try db.setCurrentBatch(7) }
            try await Task.sleep(for: .milliseconds(50))
            async let late = site.submit(site.submission())
            try await Task.sleep(for: .milliseconds(100))
            gate.release()
            try await stall
            try await move
            let answer = try await late
            let receipt = try Receipt(parsing: SignedNote(parsing: Array(answer.receipt.utf8)).text)
            #expect(receipt.cohort == 1)
            let row = try await site.database.read { db in
                try db.first("SELECT entry, cohort, release_batch FROM pending_leaf")
            }
            let entry: [UInt8]? = try row?["entry"]
            #expect(entry == receipt.entry)
            #expect(try row?["cohort"] == 1)
            #expect(try row?["release_batch"] == 13)
            #expect(try await site.count("SELECT batch FROM item") == 7)
        }
    }

    @Test("a full queue says so, stores nothing of what it refused, and takes it when sent again")
    func fullQueue() async throws {
        try await Site.on(.sqlite, capacity: 4) { (site: Site) async throws in
            let gate = Hold(.waits)
            async let stall: Void = site.commits.commit { db in gate.join(db) }
            while !gate.isReached { try await Task.sleep(for: .milliseconds(1)) }
            let sent = (0..<16).map { site.submission("Report \($0)") }
            let outcomes = await withTaskGroup(of: (Int, Refusal?).self) { group in
                for (index, submission) in sent.enumerated() {
                    group.addTask { (index, await site.refusal(of: submission)) }
                }
                try? await Task.sleep(for: .milliseconds(300))
                gate.release()
                return await group.reduce(into: [Int: Refusal?]()) { $0[$1.0] = $1.1 }
            }
            try await stall
            let refused = outcomes.filter { $0.value != nil }
            #expect(!refused.isEmpty)
            let refusals = refused.map(\.value)
            #expect(refusals.allSatisfy { $0 == .tooMany })
            #expect(try await site.rows("thread") == 16 - refused.count)
            for index in refused.keys { #expect(try await site.submit(sent[index]).kind == .report) }
            #expect(try await site.rows("thread") == 16)
        }
    }

    @Test("a store that another process holds locked refuses in words, and loses nothing")
    func locked() async throws {
        try await Engine.sqlite.withPlace { place in
            let database = try place.open(waiting: 0.2)
            try await Migrations().apply(to: database)
            let other = try place.open()
            let site = try Site(database)
            let sent = site.submission()
            let gate = Hold(.waits)
            async let held: Void = other.write { db in gate.join(db) }
            while !gate.isReached { try await Task.sleep(for: .milliseconds(1)) }
            #expect(await site.refusal(of: sent) == .closed("closed.store"))
            gate.release()
            try await held
            #expect(try await site.submit(sent).kind == .report)
            #expect(site.log.contains("code=busy"))
            await other.close()
            await database.close()
        }
    }

    @Test("a store without room refuses in words, and takes the report when there is room again")
    func full() async throws {
        try await Site.on(.sqlite) { (site: Site) async throws in
            let sent = site.submission(String(repeating: "x", count: 200_000))
            _ = try await site.database.write { db in
                let pages: Int? = try db.value("PRAGMA page_count")
                _ = try db.fetch("PRAGMA max_page_count = \(SQL(stringLiteral: String(pages ?? 0)))")
            }
            #expect(await site.refusal(of: sent) == .closed("closed.store"))
            #expect(try await site.rows("thread") == 0)
            _ = try await site.database.write { db in try db.fetch("PRAGMA max_page_count = 1000000") }
            #expect(try await site.submit(sent).kind == .report)
        }
    }
}
