import HeedCore
import HeedIntake
import HeedLedger
import HeedSQL
import HeedStore
import HeedTestKit
import HeedVault
import Testing

@Suite("Receiving a report")
struct SubmitReportTests {
    @Test("a report becomes exactly the rows that were promised", arguments: Engine.available)
    func rows(_ engine: Engine) async throws {
        try await Site.on(engine) { (site: Site) async throws in
            let sent = site.submission(inDanger: true, ["reach": ["07700 900123"], "contact": ["details"]])
            let answer = try await site.submit(sent)
            #expect(answer.kind == .report)
            try await site.database.read { db in
                let thread = try #require(try db.thread(sent.thread.bytes))
                #expect(thread.wake && thread.status == .received && thread.kind == "activity")
                #expect(thread.dueBatch == 7)
                let item = try #require(try db.item(0, of: thread.id))
                #expect(item.batch == 0 && item.status == .received && item.manifest == site.keys.manifestHash)
                let objects = try db.sealed(in: thread.id)
                #expect(Set(objects.map(\.purpose)) == [.report, .contact])
                #expect(objects.map(\.compartment).sorted() == ["activity", "source"])
                #expect(objects.allSatisfy { $0.payload != nil })
            }
            #expect(try await site.count("SELECT count(*) FROM pending_leaf") == 1)
            #expect(try await site.count("SELECT count(*) FROM idem") == 1)
            #expect(try await site.count("SELECT count(*) FROM audit") == 1)
            #expect(try await site.count("SELECT count(*) FROM audit_key") == 1)
        }
    }

    @Test("the compartment reads the words, only the source unit the contact details, recovery both")
    func opens() async throws {
        try await Site.on(.sqlite) { (site: Site) async throws in
            let sent = site.submission(
                "Two men. \u{0} \"quoted\"",
                ["reach": ["07700 900123"], "contact": ["details"], "relation": ["family"]])
            _ = try await site.submit(sent)
            let force = site.force
            let report = try await site.stored(sent.thread, .report)
            let opened = try site.open(report, with: force.activity)
            #expect(opened.content.content == Array("Two men. \u{0} \"quoted\"".utf8))
            let meta = opened.meta
            #expect(meta.thread == sent.thread && meta.item == 0 && meta.signature == nil && meta.language == "en")
            #expect(meta.isMessagingLocked)
            #expect(meta.fields == ["contact": ["details"]])
            #expect(meta.time.milliseconds == site.time.milliseconds)
            #expect(try site.open(report, with: force.recovery).content == opened.content)
            #expect(throws: VaultError.cannotOpen) { try site.open(report, with: force.source) }

            let contact = try await site.stored(sent.thread, .contact)
            #expect(throws: VaultError.cannotOpen) {
                try SealedObject.open(header: contact.header, payload: contact.payload!, with: force.activity)
            }
            let record = try site.openContact(contact, with: force.source)
            #expect(record.thread == sent.thread)
            #expect(record.fields == ["reach": ["07700 900123"], "relation": ["family"]])
            #expect(meta.contact?.kc == HeedVault.Hex.encode(contact.keyCommitment))
            #expect(meta.contact?.payloadSHA256 == HeedVault.Hex.encode(contact.payloadDigest))
        }
    }

    @Test("the receipt verifies, and names the leaf that waits to be published", arguments: Engine.available)
    func receipt(_ engine: Engine) async throws {
        try await Site.on(engine) { (site: Site) async throws in
            let answer = try await site.submit(site.submission())
            let receipt = try Receipt.verified(
                Array(answer.receipt.utf8), keys: [site.keys.receiptSigner.verifier],
                parameters: LedgerParameters(
                    origin: Force.origin, instance: site.keys.instance.id, t0: Force.t0))
            let entry: [UInt8]? = try await site.database.read { db in try db.value("SELECT entry FROM pending_leaf") }
            #expect(receipt.entry == entry)
            #expect(receipt.manifestHash == site.keys.manifestHash)
            #expect(receipt.includeByDate.description == answer.includeBy)
            #expect(answer.lookAgain == answer.includeBy)
        }
    }

    @Test("reports of 1, 100 and 400 characters, with and without contact details, are stored in equal sizes")
    func sizes() async throws {
        try await Site.on(.sqlite) { (site: Site) async throws in
            var sizes: Set<[Int]> = []
            for length in [1, 100, 400] {
                for more in [[:], ["reach": [String(repeating: "r", count: 200)], "contact": ["details"]]] {
                    let sent = site.submission(String(repeating: "w", count: length), more)
                    _ = try await site.submit(sent)
                    let report = try await site.stored(sent.thread, .report)
                    let contact = try await site.stored(sent.thread, .contact)
                    sizes.insert(
                        [report, contact].flatMap { [$0.header.count, $0.payload!.count] })
                }
            }
            #expect(sizes.count == 1)
        }
    }

    @Test("nothing to say, and too much, are said to be so; nothing is stored")
    func checks() async throws {
        try await Site.on(.sqlite) { (site: Site) async throws in
            let empty = FieldProblem(field: "narrative", key: "problem.narrative.empty")
            #expect(await site.refusal(of: site.submission(" \u{200B}\n")) == .notValid([empty]))
            let endless = String(repeating: "x", count: Form.textLimit + 1)
            #expect(await site.refusal(of: site.submission(endless)) == .tooLarge)
            let controls = [
                "contact": ["details"], "reach_safe": [String(repeating: "\u{1}", count: 1_500)], "reach": ["y"],
            ]
            let tooLong = FieldProblem(field: "reach_safe", key: "problem.too-long")
            #expect(await site.refusal(of: site.submission("x", controls)) == .notValid([tooLong]))
            let threads = try await site.count("SELECT count(*) FROM thread")
            #expect(threads == 0)
            let audited = try await site.count("SELECT count(*) FROM audit")
            #expect(audited == 0)
        }
    }

    @Test("somebody who asked to be reached says how before anything is stored")
    func reach() async throws {
        try await Site.on(.sqlite) { (site: Site) async throws in
            let missing = FieldProblem(field: "reach", key: "problem.reach.empty")
            for reach in [[], [" \u{200B}"]] {
                let asked = site.submission("x", ["contact": ["details"], "reach": reach, "reach_name": ["A. Person"]])
                #expect(await site.refusal(of: asked) == .notValid([missing]))
            }
            #expect(try await site.rows("thread") == 0)
            for mode in [["none"], ["code"], []] {
                #expect(await site.refusal(of: site.submission("x", ["contact": mode])) == nil)
            }
        }
    }

    @Test("the largest report there may be is received")
    func largest() async throws {
        try await Site.on(.sqlite) { (site: Site) async throws in
            let sent = site.submission(String(repeating: "ü", count: Form.textLimit / 2))
            _ = try await site.submit(sent)
            let report = try await site.stored(sent.thread, .report)
            #expect(try site.open(report, with: site.force.activity).content.content.count == Form.textLimit)
        }
    }

    @Test("a call-taker's report is audited under their name")
    func callTaker() async throws {
        try await Site.on(.sqlite) { (site: Site) async throws in
            var sent = site.submission()
            sent.channel = .call
            sent.callTaker = Officer(
                username: "c.moss", person: "5", name: "C Moss", role: .callTaker, compartments: [])
            _ = try await site.submit(sent)
            let meta = try site.open(await site.stored(sent.thread, .report), with: site.force.activity).meta
            #expect(meta.channel == .call)
            #expect(try await site.auditEntries().contains { $0.contains("c.moss") && $0.contains("report-received") })
        }
    }
}
