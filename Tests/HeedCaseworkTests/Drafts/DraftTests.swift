import HeedCasework
import HeedCore
import HeedSQL
import HeedStore
import HeedTestKit
import Testing

@Suite("Drafts")
struct DraftTests {
    @Test(
        "text posted after the lock is kept for its author, for that report and form, and is in clear nowhere",
        arguments: Engine.available)
    func afterLock(engine: Engine) async throws {
        try await Station.on(engine) { station in
            let thread = RecordID.random()
            let drafts = Drafts(station.desk)
            let session = try await station.signIn("alder")
            let text = Array(String(repeating: "MARKER words ", count: 160).utf8)
            station.time.advance(seconds: 700)
            try await drafts.save(session: session, thread: thread, form: "research", text: text)
            #expect(
                await station.refusal {
                    try await drafts.restore(session: session, thread: thread, form: "research")
                } == .notAllowed(.locked))
            let again = try await station.signIn("alder")
            #expect(try await drafts.restore(session: again, thread: thread, form: "research") == text)
            #expect(try await drafts.restore(session: again, thread: thread, form: "note") == nil)
            #expect(try await drafts.restore(session: again, thread: .random(), form: "research") == nil)
            let birch = try await station.signIn("birch")
            #expect(try await drafts.restore(session: birch, thread: thread, form: "research") == nil)
            let files = try await station.database.read { db in try db.drafts(of: "alder").map(\.file) }
            #expect(files.count == 1)
            #expect(!String(decoding: files[0], as: UTF8.self).contains("MARKER"))
            // The row given to a colleague opens for nobody.
            try await station.database.write { db in _ = try db.execute("UPDATE draft SET username = 'birch'") }
            #expect(try await drafts.restore(session: birch, thread: thread, form: "research") == nil)
            try await drafts.erase(session: birch, thread: thread, form: "research")
            #expect(try await station.count("SELECT count(*) FROM draft") == 0)
        }
    }

    @Test("a draft is erased after seven days")
    func week() async throws {
        try await Station.on(.sqlite) { station in
            let drafts = Drafts(station.desk)
            let session = try await station.signIn("alder")
            try await drafts.save(session: session, thread: nil, form: "search", text: [1])
            try await station.database.write { db in try db.setCurrentBatch(11) }
            let birch = try await station.signIn("birch")
            try await drafts.save(session: birch, thread: nil, form: "search", text: [2])
            #expect(try await station.count("SELECT count(*) FROM draft") == 1)
        }
    }
}
