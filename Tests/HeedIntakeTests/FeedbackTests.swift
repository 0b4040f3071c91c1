import FoundationEssentials
import HeedCore
import HeedLedger
import HeedSQL
import HeedStore
import HeedTestKit
import HeedVault
import Testing

@testable import HeedIntake

@Suite("Feedback is no report")
struct FeedbackTests {
    private func feedback(_ words: String = "More pictures.", _ found: Feedback.Found? = .partly) -> Feedback {
        Feedback(words: words, found: found, language: "en")
    }

    private func send(_ feedback: Feedback, _ site: Site, form: RecordID = .random()) async -> Refusal? {
        await site.refusal { try await SendFeedback(site.intake).perform(feedback, form: form) }
    }

    @Test(
        "it becomes one sealed row with no time but the batch, and touches nothing that reports touch",
        arguments: Engine.available)
    func row(_ engine: Engine) async throws {
        try await Site.on(engine) { (site: Site) async throws in
            try await site.database.write { db in try db.setCurrentBatch(3) }
            #expect(await send(feedback("MARKERWORDS and more"), site) == nil)
            for table in ["thread", "item", "wrap", "body", "pending_leaf", "idem", "audit", "event"] {
                #expect(try await site.rows(table) == 0, "\(table)")
            }
            let rows = try await site.database.read { db in try db.feedback(limit: 5) }
            #expect(rows.count == 1 && rows[0].batch == 3 && rows[0].epoch == 1 && rows[0].format == 1)
            let opened = try AgeOpener.open(rows[0].file, with: [site.force.feedback])
            let content = try SealedContent(decoding: opened)
            #expect(String(decoding: content.content, as: UTF8.self) == "MARKERWORDS and more")
            let meta = try JSONDecoder().decode(FeedbackMeta.self, from: Data(content.meta))
            #expect(meta.id.bytes == rows[0].id && meta.found == .partly && meta.language == "en")
            // Recovery opens it too; the compartments of reports do not.
            #expect(throws: Never.self) { try AgeOpener.open(rows[0].file, with: [site.force.recovery]) }
            for other in [site.force.activity, site.force.source, site.force.audit] {
                #expect(throws: VaultError.self) { try AgeOpener.open(rows[0].file, with: [other]) }
            }
            try await site.eachValue { table, column, value in
                let bytes: [UInt8] =
                    switch value {
                    case .text(let text): Array(text.utf8)
                    case .blob(let blob): blob
                    case .integer, .null: []
                    }
                #expect(bytes.firstRange(of: Array("MARKERWORDS".utf8)) == nil, "\(table).\(column)")
                if case .integer(let number) = value { #expect(number < 1_000, "\(table).\(column)") }
            }
            #expect(!site.log.lines.contains { $0.contains("MARKER") })
        }
    }

    @Test("the same words of the same form count once; other words, or another form, are another entry")
    func once() async throws {
        try await Site.on(.sqlite) { (site: Site) async throws in
            let form = RecordID.random()
            #expect(await send(feedback(), site, form: form) == nil)
            #expect(await send(feedback(), site, form: form) == nil)
            #expect(try await site.rows("feedback") == 1)
            #expect(await send(feedback("Another thing."), site, form: form) == nil)
            #expect(await send(feedback(), site) == nil)
            #expect(try await site.rows("feedback") == 3)
        }
    }

    @Test("a box of 500 unread is full, says so before and after, and reports go on", arguments: Engine.available)
    func full(_ engine: Engine) async throws {
        try await Site.on(engine) { (site: Site) async throws in
            try await site.addReader()
            #expect(await FeedbackGate(site.intake).refusal() == nil)
            try await site.database.write { db in
                for _ in 0..<Feedback.most {
                    try db.insert(FeedbackRow(id: RecordID.random().bytes, batch: 0, epoch: 1, file: [1]))
                }
            }
            #expect(await send(feedback(), site) == .notNow(.feedbackFull))
            #expect(await FeedbackGate(site.intake).refusal() == .notNow(.feedbackFull))
            #expect(try await site.rows("feedback") == Feedback.most)
            #expect(try await site.submit(site.submission()).kind == .report)
            try await site.database.write { db in
                _ = try db.execute(
                    """
                    DELETE FROM feedback WHERE feedback_id =
                        (SELECT feedback_id FROM feedback ORDER BY feedback_id LIMIT 1)
                    """)
            }
            #expect(await send(feedback(), site) == nil)
        }
    }

    @Test("a crowd of it is turned away beyond eight at a time, while reports are taken")
    func crowd() async throws {
        try await Site.on(.sqlite) { (site: Site) async throws in
            let gate = Hold(.waits)
            async let stall: Void = site.commits.commit { db in gate.join(db) }
            while !gate.isReached { try await Task.sleep(for: .milliseconds(1)) }
            let sent = site.submission()
            async let report = site.submit(sent)
            let answers = await withTaskGroup(of: Refusal?.self) { group in
                for number in 0..<40 { group.addTask { await self.send(self.feedback("number \(number)"), site) } }
                var answers: [Refusal?] = []
                for await answer in group {
                    answers.append(answer)
                    // Eight wait for the commit that stands still; everybody else has been answered.
                    if answers.count == 32 { gate.release() }
                }
                return answers
            }
            try await stall
            #expect(try await report.kind == .report)
            #expect(answers.filter { $0 == .tooMany }.count == 32 && answers.filter { $0 == nil }.count == 8)
            #expect(try await site.rows("feedback") == 8)
        }
    }

    @Test("empty and too long are mended, a commit that fails acknowledges nobody, and no key closes it")
    func refused() async throws {
        try await Site.on(.sqlite) { (site: Site) async throws in
            #expect(await send(feedback(" \n"), site) == .notValid([.init(field: "words", key: "feedback.empty")]))
            let long = String(repeating: "a", count: Feedback.textLimit)
            #expect(
                await send(feedback(long + "a"), site) == .notValid([.init(field: "words", key: "feedback.too-long")]))
            #expect(await send(feedback(long), site) == nil)
            let spoiler = Hold(.fails(.full))
            let gate = Hold(.waits)
            async let first: Void = site.intake.feedbackCommits.commit { db in gate.join(db) }
            while !gate.isReached { try await Task.sleep(for: .milliseconds(1)) }
            let spoilt = Task { try await site.intake.feedbackCommits.commit { db in spoiler.join(db) } }
            try await Task.sleep(for: .milliseconds(20))
            async let answer = send(feedback("lost"), site)
            try await Task.sleep(for: .milliseconds(60))
            gate.release()
            try await first
            await #expect(throws: SQLError.full) { try await spoilt.value }
            #expect(await answer == .closed("closed.store"))
            #expect(try await site.rows("feedback") == 1)
            let keys = try site.force.load(site.force.manifest(hasFeedback: false))
            let old = try site.intake(with: keys)
            #expect(
                await site.refusal { try await SendFeedback(old).perform(feedback(), form: .random()) }
                    == .closed("closed.keys"))
            #expect(await FeedbackGate(old).refusal() == .closed("closed.keys"))
            #expect(await FeedbackGate(site.intake).refusal() == .closed("closed.officers"))
            #expect(try await SubmitReport(old).perform(site.submission()).kind == .report)
        }
    }

    @Test("the documented vectors of an entry's id and meta")
    func vectors() throws {
        let form = RecordID(bytes: Array(0..<16))!
        let id = SendFeedback.id(of: feedback(), form)
        #expect(id.hex == "f5266f056d39bcf2764d0a01809e4002")
        #expect(SendFeedback.id(of: feedback("More pictures.", nil), form).hex == "f3d36bd3b1c75ffa591bae7adc021d18")
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let meta = try encoder.encode(FeedbackMeta(id: id, found: .partly, language: "en"))
        #expect(
            String(decoding: meta, as: UTF8.self)
                == #"{"found":"partly","id":"f5266f056d39bcf2764d0a01809e4002","language":"en","v":1}"#)
    }
}

extension Site {
    /// A certified, active communications officer who holds the key of the box.
    fileprivate func addReader() async throws {
        let member = Force.Member(username: "c.reed", person: "4712")
        let certificate = try force.certificate(of: member, compartments: ["feedback"])
        try await database.write { db in
            try db.insert(
                CertificateRow(
                    hash: certificate.hash, username: member.username, person: member.person, note: certificate.note))
            try db.insert(
                OfficerRow(
                    username: member.username, certificate: certificate.hash, routineFile: [1], graveFile: [1]))
            try db.insert(
                CompartmentKeyRow(compartment: "feedback", epoch: 1, certificate: certificate.hash, file: [1]))
        }
    }
}
