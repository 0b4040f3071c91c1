import HeedSQL
import HeedStore
import HeedTestKit
import Testing

@Suite struct ThreadTests {
    @Test(arguments: Engine.available) func `what is stored comes back the same`(engine: Engine) async throws {
        try await engine.withStore { database in
            var thread = Examples.thread(1)
            thread.wake = true
            thread.reviewBatch = nil
            let stored = thread
            let item = Examples.item(of: stored)
            let report = Examples.sealed(1, in: stored)
            var contact = Examples.sealed(2, in: stored, purpose: .contact)
            contact.payload = nil
            let held = contact
            try await database.write { db in
                try db.insert(stored)
                try db.insert(item)
                try db.insert(report)
                try db.insert(held)
            }
            try await database.read { db in
                let found = try db.thread(stored.id)
                #expect(found == stored)
                #expect(try db.thread(tag: stored.tag ?? []) == stored)
                #expect(try db.thread(tag: Examples.bytes(32, 9)) == nil)
                #expect(try db.items(of: stored.id) == [item])
                #expect(try db.sealed(report.id) == report)
                #expect(try db.sealed(in: stored.id, purpose: .contact) == [held])
                #expect(try db.sealed(in: stored.id).count == 2)
            }
        }
    }

    @Test(arguments: Engine.available) func `the second of two changes is a conflict`(engine: Engine) async throws {
        try await engine.withStore { database in
            let thread = Examples.thread(1)
            try await database.write { db in try db.insert(thread) }
            #expect(try await database.write { db in try db.bumpVersion(of: thread.id, from: 1) } == 2)
            await #expect(throws: StoreError.conflict) {
                try await database.write { db in try db.bumpVersion(of: thread.id, from: 1) }
            }
            #expect(try await database.read { db in try db.thread(thread.id) }?.version == 2)
        }
    }

    @Test(arguments: Engine.available) func `of many changes from one version one wins`(engine: Engine) async throws {
        try await engine.withStore { database in
            let thread = Examples.thread(1)
            try await database.write { db in try db.insert(thread) }
            let won = await withTaskGroup(of: Bool.self) { group in
                for _ in 0..<12 {
                    group.addTask {
                        (try? await database.write { db in try db.bumpVersion(of: thread.id, from: 1) }) != nil
                    }
                }
                return await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
            }
            #expect(won == 1)
        }
    }

    @Test(arguments: Engine.available) func `items count up to 255 and no further`(engine: Engine) async throws {
        try await engine.withStore { database in
            let thread = Examples.thread(1)
            try await database.write { db in
                try db.insert(thread)
                #expect(try db.nextItem(of: thread.id) == 0)
                try db.insert(Examples.item(of: thread))
                #expect(try db.nextItem(of: thread.id) == 1)
                try db.insert(Examples.item(255, of: thread))
            }
            await #expect(throws: StoreError.tooManyItems) {
                try await database.read { db in try db.nextItem(of: thread.id) }
            }
            await #expect(throws: SQLError.check) {
                try await database.write { db in try db.insert(Examples.item(256, of: thread)) }
            }
        }
    }

    @Test(arguments: Engine.available) func `an item never goes back and never skips`(engine: Engine) async throws {
        try await engine.withStore { database in
            let thread = Examples.thread(1)
            let refusal = SQLError.trigger("an item moves from received to opened to decided")
            try await database.write { db in
                try db.insert(thread)
                try db.insert(Examples.item(of: thread))
            }
            await #expect(throws: refusal) {
                try await database.write { db in
                    try db.setStatus(.decided, of: 0, in: thread.id, decidedPerson: "p1")
                }
            }
            try await database.write { db in try db.setStatus(.opened, of: 0, in: thread.id) }
            await #expect(throws: refusal) {
                try await database.write { db in try db.setStatus(.received, of: 0, in: thread.id) }
            }
            await #expect(throws: SQLError.check) {
                try await database.write { db in try db.setStatus(.decided, of: 0, in: thread.id) }
            }
            try await database.write { db in
                try db.setStatus(.decided, of: 0, in: thread.id, decidedPerson: "p1")
            }
            for status in [ItemRow.Status.received, .opened] {
                await #expect(throws: refusal) {
                    try await database.write { db in try db.setStatus(status, of: 0, in: thread.id) }
                }
            }
            #expect(try await database.read { db in try db.item(0, of: thread.id) }?.decidedPerson == "p1")
        }
    }

    @Test(arguments: Engine.available) func `the batch never goes back`(engine: Engine) async throws {
        try await engine.withStore { database in
            try await database.write { db in
                #expect(try db.currentBatch() == 0)
                try db.setCurrentBatch(5)
                try db.setCurrentBatch(5)
            }
            await #expect(throws: StoreError.conflict) {
                try await database.write { db in try db.setCurrentBatch(4) }
            }
            #expect(try await database.read { db in try db.currentBatch() } == 5)
        }
    }
}
