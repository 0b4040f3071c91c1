import HeedCore
import HeedIntake
import HeedSQL
import HeedStore
import HeedTestKit
import HeedVault
import Testing

@Suite("Sending again")
struct RepeatTests {
    @Test("the same report from 32 tasks at once is one thread, one leaf and one receipt", arguments: Engine.available)
    func parallel(_ engine: Engine) async throws {
        try await Site.on(engine) { (site: Site) async throws in
            let sent = site.submission()
            let answers = try await withThrowingTaskGroup(of: Acknowledgement.self) { group in
                for _ in 0..<32 { group.addTask { try await site.submit(sent) } }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(Set(answers.map(\.receipt)).count == 1)
            #expect(answers.count { $0.kind == .report } == 1)
            #expect(answers.count { $0.kind == .repeated(item: 0) } == 31)
            for table in ["thread", "item", "pending_leaf", "idem", "audit"] {
                #expect(try await site.rows(table) == 1, "\(table)")
            }
            #expect(try await site.rows("wrap") == 2)
        }
    }

    @Test("the same words with other line ends and composition are the same report")
    func normalised() async throws {
        try await Site.on(.sqlite) { (site: Site) async throws in
            let code = ReporterCode.issue()
            let first = try await site.submit(site.submission("caf\u{65}\u{301}\r\nlate", code: code))
            let again = try await site.submit(site.submission("caf\u{e9}\nlate", code: code))
            #expect(again.kind == .repeated(item: 0))
            #expect(again.receipt == first.receipt)
        }
    }

    @Test("a repeat in a later cohort still gets the first receipt, until the window has passed")
    func later() async throws {
        try await Site.on(.sqlite) { (site: Site) async throws in
            let sent = site.submission()
            let keeper = site.keeper
            site.time.advance(seconds: 3 * 86_400)
            let last = try await keeper.advance()
            #expect(last == 6)
            let first = try await site.submit(sent)
            site.time.advance(seconds: 86_400)
            try await keeper.advance()
            #expect(try await site.submit(sent).receipt == first.receipt)
            site.time.advance(seconds: 86_400)
            try await keeper.advance()
            #expect(try await site.submit(sent).receipt == first.receipt)
            site.time.advance(seconds: 86_400)
            try await keeper.advance()
            #expect(try await site.rows("idem") == 0)
            // The window has passed: nothing is refused, the words are an item of their own.
            #expect(try await site.submit(sent).kind == .followUp(item: 1))
        }
    }

    @Test("other words under the same code are a follow-up, signed by the code", arguments: Engine.available)
    func followUp(_ engine: Engine) async throws {
        try await Site.on(engine) { (site: Site) async throws in
            let sent = site.submission()
            _ = try await site.submit(sent)
            var more = sent
            more.answers["where"] = ["Behind the mill"]
            let answer = try await site.submit(more)
            #expect(answer.kind == .followUp(item: 1))
            let report = try site.open(await site.stored(sent.thread, .report), with: site.force.activity)
            let added = try site.open(await site.stored(sent.thread, .followUp, item: 1), with: site.force.activity)
            #expect(added.meta.fields["where"] == ["Behind the mill"])
            #expect(added.meta.contact != nil)
            let key = try VerifyKey(HeedVault.Hex.decode(report.meta.followUpKey))
            let signature = try HeedVault.Hex.decode(try #require(added.meta.signature))
            let digest = Digest.sha256(added.content.content)
            #expect(
                key.accepts(
                    signature,
                    for: FollowUpProof.message(thread: sent.thread, item: 1, contentSHA256: digest)))
            #expect(
                !key.accepts(
                    signature,
                    for: FollowUpProof.message(thread: sent.thread, item: 2, contentSHA256: digest)))
            #expect(try await site.rows("thread") == 1)
            #expect(try await site.rows("pending_leaf") == 2)
        }
    }

    @Test("sixteen different additions at once all find a number of their own", arguments: Engine.available)
    func racingFollowUps(_ engine: Engine) async throws {
        try await Site.on(engine) { (site: Site) async throws in
            let code = ReporterCode.issue()
            _ = try await site.submit(site.submission(code: code))
            let kinds = try await withThrowingTaskGroup(of: Acknowledgement.Kind.self) { group in
                for number in 0..<16 {
                    group.addTask { try await site.add("And number \(number)", code).kind }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(kinds.count == 16)
            for number in 1...16 { #expect(kinds.contains(.followUp(item: number))) }
            #expect(try await site.rows("item") == 17)
            #expect(try await site.rows("pending_leaf") == 17)
        }
    }

    @Test(
        "two different reports under one new code at once are a report and its follow-up", arguments: Engine.available)
    func racingReports(_ engine: Engine) async throws {
        try await Site.on(engine) { (site: Site) async throws in
            let code = ReporterCode.issue()
            async let one = site.submit(site.submission("One", code: code))
            async let two = site.submit(site.submission("Two", code: code))
            let kinds = try await [one.kind, two.kind]
            #expect(kinds.contains(.report) && kinds.contains(.followUp(item: 1)))
            #expect(try await site.rows("thread") == 1)
        }
    }

    @Test("a thread id taken by another code costs nobody their report")
    func takenThread() async throws {
        try await Site.on(.sqlite) { (site: Site) async throws in
            let thread = RecordID.random()
            _ = try await site.submit(site.submission("One", thread: thread))
            let answer = try await site.submit(site.submission("Two", thread: thread))
            #expect(answer.kind == .report)
            #expect(try await site.rows("thread") == 2)
        }
    }

    @Test("an addition sent twice counts once; to an unknown code it is not found")
    func addition() async throws {
        try await Site.on(.sqlite) { (site: Site) async throws in
            let code = ReporterCode.issue()
            _ = try await site.submit(site.submission(code: code))
            let first = try await site.add("It was a Thursday.", code)
            let again = try await site.add("It was a Thursday.", code)
            #expect(first.kind == .followUp(item: 1) && again.kind == .repeated(item: 1))
            #expect(first.receipt == again.receipt)
            #expect(await site.refusal { try await site.add("Hello", .issue()) } == .notFound)
            let empty = Refusal.notValid([FieldProblem(field: "message", key: "problem.message.empty")])
            #expect(await site.refusal { try await site.add(" \n", code) } == empty)
            #expect(try await site.rows("item") == 2)
        }
    }

    @Test("an addition opens a closed thread, rings again when it says danger, and moves the version")
    func raises() async throws {
        try await Site.on(.sqlite) { (site: Site) async throws in
            let sent = site.submission()
            _ = try await site.submit(sent)
            _ = try await site.database.write { db in
                try db.execute("UPDATE thread SET status = 'closed', wake = 0, due_batch = NULL")
            }
            _ = try await site.submit(site.submission("Now they are back.", code: sent.code, inDanger: true))
            let thread = try await site.database.read { db in try db.thread(sent.thread.bytes) }
            #expect(thread?.status == .open && thread?.wake == true && thread?.version == 2 && thread?.dueBatch == 7)
        }
    }

    @Test("the 256th item is refused in words, and nothing of it is stored")
    func fullThread() async throws {
        try await Site.on(.sqlite) { (site: Site) async throws in
            let sent = site.submission()
            _ = try await site.submit(sent)
            let hash = site.keys.manifestHash
            try await site.database.write { db in
                for number in 1...255 {
                    try db.insert(ItemRow(thread: sent.thread.bytes, item: number, batch: 0, manifest: hash))
                }
            }
            #expect(await site.refusal { try await site.add("More", sent.code) } == .notNow("refusal.thread-full"))
            #expect(try await site.rows("idem") == 1)
        }
    }
}
