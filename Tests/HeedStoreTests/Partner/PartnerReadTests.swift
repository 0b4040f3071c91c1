import HeedSQL
import HeedStore
import HeedTestKit
import Testing

@Suite struct PartnerReadTests {
    private func answer(_ seed: UInt64, in thread: ThreadRow, _ db: Connection) throws {
        let object = Examples.sealed(seed, in: thread, purpose: .partner)
        try db.insert(object)
        try db.execute(
            """
            INSERT INTO partner_answer (object_id, request_id, thread_id, mac, batch)
            VALUES (\(object.id), \(Examples.bytes(16, 90)), \(thread.id), \(Examples.bytes(32, seed)), 3)
            """)
    }

    private func step(_ number: Int, in thread: ThreadRow, _ db: Connection) throws {
        try db.insert(
            StepRow(
                id: Examples.bytes(16, 100 + UInt64(number)), thread: thread.id, number: number, item: 0,
                verb: "partner-answered", role: "prevent", certificate: Examples.bytes(32, 5), person: "p5", batch: 3,
                object: nil))
    }

    @Test(arguments: Engine.available) func `an answer that was there before rings unless as many were read as came`(
        engine: Engine
    ) async throws {
        let all = try Migrations().list
        let before = Migrations(Array(all.prefix { $0.name < "0016" }))
        try await engine.withDatabase { database in
            try await before.apply(to: database)
            let (read, unread) = (Examples.thread(1), Examples.thread(2))
            try await database.write { db in
                for thread in [read, unread] { try db.insert(thread) }
                try answer(11, in: read, db)
                try step(1, in: read, db)
                for seed: UInt64 in [12, 13] { try answer(seed, in: unread, db) }
                try step(2, in: unread, db)
            }
            try await Migrations(all).apply(to: database)
            let waiting = try await database.read { db in try db.unreadAnswers() }
            let expected = [12, 13].map { WaitingRow.Key.answer(Examples.sealed($0, in: unread).id) }
            #expect(Set(waiting.map(\.key)) == Set(expected))
            try await database.write { db in try db.markRead([Examples.sealed(12, in: unread).id]) }
            #expect(try await database.read { db in try db.unreadAnswers() }.map(\.key) == [expected[1]])
        }
    }
}
