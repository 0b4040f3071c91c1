import HeedCasework
import HeedCore
import HeedKeyring
import HeedSQL
import HeedStore
import HeedTestKit
import HeedVault
import Testing

@Suite("What a database administrator cannot do unseen")
struct TamperTests {
    private func worked(_ station: Station) async throws -> (thread: RecordID, alder: String) {
        let (thread, _) = try await station.report()
        let alder = try await station.signIn("alder")
        try await station.research(thread, by: alder)
        return (thread, alder)
    }

    @Test("a received leaf that was taken away is a warning", arguments: Engine.available)
    func leaf(engine: Engine) async throws {
        try await Station.on(engine) { station in
            let (thread, alder) = try await worked(station)
            #expect(try await station.view(alder, thread).warnings.isEmpty)
            try await station.database.write { db in _ = try db.execute("DELETE FROM pending_leaf WHERE kind = 1") }
            #expect(try await station.view(alder, thread).warnings == [.receivedLeafMissing(0)])
        }
    }

    @Test("another contact object or reply key in the place of the first is a warning, and nothing is sealed to it")
    func swaps() async throws {
        try await Station.on(.sqlite) { station in
            let (thread, alder) = try await worked(station)
            let (other, _) = try await station.report("Another report", ["contact": ["code"]])
            try await station.database.write { db in
                guard let key = try db.thread(other.bytes)?.replyKey else { throw StoreError.conflict }
                _ = try db.execute("UPDATE thread SET reply_key = \(key) WHERE thread_id = \(thread.bytes)")
                _ = try db.execute(
                    "DELETE FROM body WHERE object_id IN (SELECT object_id FROM wrap WHERE purpose = 'contact')")
                _ = try db.execute("DELETE FROM wrap WHERE purpose = 'contact' AND thread_id = \(thread.bytes)")
            }
            #expect(try await station.view(alder, thread).warnings == [.contactReplaced, .replyKeyReplaced])
            #expect(
                await station.refusal {
                    try await SendQuestions(station.desk).perform(
                        station.form(alder, thread), questions: ["when-last"])
                } == .notNow("refusal.reply-key"))
        }
    }

    @Test(
        "a step whose record was exchanged counts for nothing, and no step is built on it", arguments: Engine.available)
    func steps(engine: Engine) async throws {
        try await Station.on(engine) { station in
            let (thread, alder) = try await worked(station)
            try await station.database.write { db in
                let steps = try db.steps(of: thread.bytes)
                guard let first = steps[1].object, let second = steps[2].object else { throw StoreError.conflict }
                let (a, b) = (try db.sealed(first), try db.sealed(second))
                guard let a, let b, let payload = b.payload else { throw StoreError.conflict }
                _ = try db.execute(
                    """
                    UPDATE wrap SET header = \(b.header), kc = \(b.keyCommitment), payload_digest = \(b.payloadDigest)
                    WHERE object_id = \(a.id)
                    """)
                _ = try db.execute("UPDATE body SET payload = \(payload) WHERE object_id = \(a.id)")
            }
            let view = try await station.view(alder, thread)
            #expect(view.warnings == [.stepUnproven(2), .stepUnproven(3)])
            #expect(view.facts.isTriaged == false)
            #expect(
                await station.refusal {
                    try await AddResearch(station.desk).perform(
                        station.form(alder, thread), record: Station.research)
                } == .notNow("refusal.unproven"))
        }
    }

    @Test("a report whose words were altered does not open, and nobody is shown anything of it")
    func words() async throws {
        try await Station.on(.sqlite) { station in
            let (thread, alder) = try await worked(station)
            try await station.database.write { db in
                guard let row = try db.sealed(in: thread.bytes, purpose: .report).first, var payload = row.payload
                else { throw StoreError.conflict }
                payload[40] ^= 1
                _ = try db.execute("UPDATE body SET payload = \(payload) WHERE object_id = \(row.id)")
            }
            #expect(await station.refusal { try await station.view(alder, thread) } == .notNow("refusal.unreadable"))
        }
    }

    @Test("an officer row of somebody's own making signs nothing")
    func ownRow() async throws {
        try await Station.on(.sqlite) { station in
            let (thread, _) = try await station.report()
            let alder = try await station.signIn("alder")
            try await station.database.write { db in
                // A certificate row whose columns claim another person than the signed text does.
                _ = try db.execute("UPDATE certificate SET person = 'p3' WHERE username = 'alder'")
            }
            // A process started later has not seen the old row.
            let fresh = try await OtherDesk.make(station)
            let form = SignInForm(
                username: "alder", passphrase: Force.passphrase,
                secretCode: Force.enrolled("alder").secretCode.grouped, totp: station.code("alder"))
            #expect(await station.refusal { try await SignIn(fresh).perform(form) } == .notAllowed(.cannotUnlock))
            _ = (thread, alder)
        }
    }
}
