import FoundationEssentials
import HeedCasework
import HeedCore
import HeedIntake
import HeedKeyring
import HeedLedger
import HeedSQL
import HeedStore
import HeedTestKit
import HeedVault
import Testing

@Suite("Asking a partner")
struct PartnerTests {
    @Test(
        "asked, shown, answered, read: the words reach the officer by a signed step and nobody before",
        arguments: Engine.available)
    func wholeWay(engine: Engine) async throws {
        try await Station.on(engine) { station in
            let (thread, fir) = try await station.screened()
            let code = try await station.ask(fir, thread)
            #expect(try await station.view(fir, thread).partners.map(\.standing) == [.unused])
            let request = try await station.see(code)
            #expect(request.words.value == Station.asked[PartnerAsking.wordsField] && request.answers == 0)
            #expect(try await station.view(fir, thread).partners.map(\.standing) == [.seen])
            try await station.answer(code)

            let before = try await station.view(fir, thread)
            let waiting = try #require(before.partners.first?.answers.first)
            #expect(waiting.read == nil && before.partners[0].standing == .answered)
            #expect(before.verdicts[.weighed] == .needs([.everythingOpened]))
            _ = try await ReadPartnerAnswer(station.desk).perform(station.form(fir, thread), answer: waiting.id)
            let after = try await station.view(fir, thread)
            let read = try #require(after.partners.first?.answers.first?.read)
            #expect(read.words.value == "He is not." && read.kind == .told && read.isProven)
            #expect(after.verdicts[.weighed] == .allowed && after.warnings.isEmpty)
            #expect(after.steps.last?.step.verb == .partnerAnswered)
            // The partner is told that it has answered, and never what.
            #expect(try await station.see(code).answers == 1)
        }
    }

    @Test("the same words twice count once; other words are added", arguments: Engine.available)
    func once(engine: Engine) async throws {
        try await Station.on(engine) { station in
            let (thread, fir) = try await station.screened()
            let code = try await station.ask(fir, thread)
            for words in ["He is not.", "He is not.", "He came back."] { try await station.answer(code, .told, words) }
            #expect(try await station.count("SELECT count(*) FROM partner_answer") == 2)
            for number in 2..<PartnerAnswer.most { try await station.answer(code, .told, "More \(number)") }
            #expect(
                await station.refusal { try await station.answer(code, .nothing, "One too many") }
                    == .notNow(.partnerFull))
            #expect(await station.refusal { try await station.answer(code, .cannot, " ") } != nil)
            #expect(try await station.count("SELECT count(*) FROM partner_answer") == PartnerAnswer.most)
        }
    }

    @Test(
        "a code is dead a week after its first use, and thirty days after it was made if nobody used it",
        arguments: Engine.available)
    func death(engine: Engine) async throws {
        try await Station.on(engine) { station in
            let (thread, fir) = try await station.screened()
            let (used, unused) = (try await station.ask(fir, thread), try await station.ask(fir, thread))
            _ = try await station.see(used)
            station.time.advance(seconds: 6 * 86_400)
            #expect(try await station.see(used).answers == 0)
            // The ledger has not moved the store's batch on: the code dies all the same.
            station.time.advance(seconds: 86_400)
            #expect(await station.refusal { try await station.see(used) } == .notFound)
            #expect(await station.refusal { try await station.answer(used) } == .notFound)
            station.time.advance(seconds: 23 * 86_400)
            #expect(await station.refusal { try await station.see(unused) } == .notFound)
            #expect(try await station.count("SELECT count(*) FROM partner_answer") == 0)
        }
    }

    @Test("the first use is marked once, and the store refuses to move it", arguments: Engine.available)
    func firstUse(engine: Engine) async throws {
        try await Station.on(engine) { station in
            let (thread, fir) = try await station.screened()
            let code = try await station.ask(fir, thread)
            for _ in 0..<2 { _ = try await station.see(code) }
            #expect(try await station.count("SELECT first_batch FROM partner_request") == 3)
            await #expect(throws: SQLError.self) {
                try await station.database.write { db in try db.execute("UPDATE partner_request SET first_batch = 9") }
            }
        }
    }

    @Test(
        "a withdrawn code finds nothing, its words are erased, and answers that came stay", arguments: Engine.available)
    func withdrawn(engine: Engine) async throws {
        try await Station.on(engine) { station in
            let (thread, fir) = try await station.screened()
            let code = try await station.ask(fir, thread)
            _ = try await station.see(code)
            try await station.answer(code)
            let request = try #require(try await station.view(fir, thread).partners.first?.request)
            let maple = try await station.signIn("maple")
            #expect(
                await station.refusal {
                    try await WithdrawRequest(station.desk).perform(
                        station.form(maple, thread), request: nil, reason: " ")
                }
                    == .notValid([
                        FieldProblem(field: "partner_request", key: "problem.partner_request.empty"),
                        FieldProblem(field: "reason", key: "problem.reason.empty"),
                    ]))
            // Not the holder: a code in wrong hands waits for nobody.
            _ = try await WithdrawRequest(station.desk).perform(
                station.form(maple, thread), request: request, reason: "Told to the wrong person")
            #expect(await station.refusal { try await station.see(code) } == .notFound)
            #expect(await station.refusal { try await station.answer(code, .told, "More") } == .notFound)
            #expect(try await station.count("SELECT count(*) FROM partner_request") == 0)
            #expect(try await station.count("SELECT count(*) FROM wrap WHERE purpose = 'partner'") == 1)
            let view = try await station.view(maple, thread)
            #expect(view.partners.map(\.standing) == [.withdrawn] && view.partners[0].answers.count == 1)
            #expect(view.verdicts[.partnerWithdrawn] == .needs([.liveRequest]))
        }
    }

    @Test("a reporter's code opens no request and a partner's no messages", arguments: Engine.available)
    func otherKind(engine: Engine) async throws {
        try await Station.on(engine) { station in
            let (_, reporter) = try await station.report(kind: .prevent)
            let (thread, fir) = try await station.screened()
            let partner = try await station.ask(fir, thread)
            let (asPartner, asReporter) = (
                try PartnerCode(typed: reporter.grouped), try ReporterCode(typed: partner.grouped)
            )
            #expect(await station.refusal { try await station.see(asPartner) } == .notFound)
            #expect(
                await station.refusal { try await OpenMailbox(station.intake).perform(asReporter) } == .notFound)
            #expect(await station.refusal { try await station.see(.issue()) } == .notFound)
        }
    }

    @Test(
        "silence alarms after three working days; an answer stops that clock and waits to be read",
        arguments: Engine.available)
    func clocks(engine: Engine) async throws {
        try await Station.on(engine) { station in
            let (thread, fir) = try await station.screened()
            let code = try await station.ask(fir, thread)
            func clock(_ name: ClockRule.Name, _ session: String) async throws -> RunningClock? {
                try await station.view(session, thread).clocks.first { $0.name == name }
            }
            func group(_ session: String) async throws -> QueueGroup? {
                try await Queue(station.desk).perform(session: session).rows.first { $0.thread == thread }?.group
            }
            let due = try #require(await clock(.partner, fir)?.due)
            #expect(due - station.desk.clock.now() >= 3 * 86_400)
            #expect(try await group(fir) != .alarm)
            station.time.advance(seconds: due - station.desk.clock.now() + 1)
            let later = try await station.signIn("fir")
            #expect(try await group(later) == .alarm)
            try await station.answer(code)
            #expect(try await clock(.partner, later) == nil)
            #expect(try await clock(.partnerAnswer, later) != nil)
            #expect(try await group(later) == .waitingForMe)
            let id = try #require(try await station.view(later, thread).partners[0].answers.first?.id)
            _ = try await ReadPartnerAnswer(station.desk).perform(station.form(later, thread), answer: id)
            #expect(try await clock(.partnerAnswer, later) == nil)
            #expect(
                await station.refusal {
                    try await ReadPartnerAnswer(station.desk).perform(station.form(later, thread), answer: id)
                } == .conflict)
        }
    }

    @Test("an answer to a report that is finished brings it before the team again", arguments: Engine.available)
    func afterwards(engine: Engine) async throws {
        try await Station.on(engine) { station in
            let (thread, fir) = try await station.screened()
            let code = try await station.ask(fir, thread)
            try await station.record(.weighed, fir, thread, ["fits": "signpost"])
            try await station.record(.signposted, fir, thread)
            _ = try await Close(station.desk).perform(station.form(fir, thread))
            func isQueued() async throws -> Bool {
                try await Queue(station.desk).perform(session: fir).rows.map(\.thread).contains(thread)
            }
            #expect(try await isQueued() == false)
            try await station.answer(code)
            #expect(try await isQueued())
            let id = try #require(try await station.view(fir, thread).partners[0].answers.first?.id)
            _ = try await ReadPartnerAnswer(station.desk).perform(station.form(fir, thread), answer: id)
            #expect(try await isQueued() == false)
            #expect(try await station.view(fir, thread).facts.state == .closed)
        }
    }

    @Test("an answer that its code did not sign is shown, as unproven")
    func unsigned() async throws {
        try await Station.on(.sqlite) { station in
            let (thread, fir) = try await station.screened()
            _ = try await station.ask(fir, thread)
            let request = try #require(try await station.view(fir, thread).partners.first?.request)
            let words = Array("Forged".utf8)
            let proof = PartnerProof.answer(to: request, kind: .told, wordsSHA256: Digest.sha256(words))
            let meta = PartnerAnswerMeta(
                thread: thread, request: request, kind: .told, time: station.desk.clock.now(), language: "en",
                signature: HeedVault.Hex.encode(try SigningSeed().sign(proof)))
            let key = try #require(Force.made.manifest.current("prevent"))
            let sealed = try SealedObject.seal(
                SealedContent(meta: [UInt8](JSONEncoder().encode(meta)), content: words).encode(.text),
                to: [key.recipient])
            let id = RecordID.random()
            try await station.database.write { db in
                try db.place(
                    PartnerAnswerRow(
                        object: id.bytes, request: request.bytes, thread: thread.bytes,
                        mac: [UInt8](repeating: 1, count: 32), batch: 3),
                    SealedRow(
                        id: id.bytes, thread: thread.bytes, item: nil, purpose: .partner, compartment: "prevent",
                        epoch: 1, keyCommitment: sealed.kc, payloadDigest: sealed.payloadSHA256,
                        header: sealed.header, payload: sealed.payload))
            }
            _ = try await ReadPartnerAnswer(station.desk).perform(station.form(fir, thread), answer: id)
            let read = try #require(try await station.view(fir, thread).partners.first?.answers.first?.read)
            #expect(read.words.value == "Forged" && !read.isProven)
        }
    }

    @Test("the worked answer is signed as another implementation signs it")
    func vector() throws {
        let secrets = PartnerSecrets(
            code: try PartnerCode(bytes: Array(0...13)), instance: Instance(origin: "tips.example.org/ledger"))
        let request = try #require(RecordID(bytes: Array(0x10..<0x20)))
        let proof = PartnerProof.answer(
            to: request, kind: .told, wordsSHA256: Digest.sha256(Array("He is in year ten.".utf8)))
        #expect(
            HeedVault.Hex.encode(try secrets.answerSigningSeed.sign(proof))
                == "ea6d4b3cf4163ea77522a1233b6556cf5feb228293814e66de5b425312969430"
                + "bbf5e4eefbe4e533375155e3d5ac412c12d561a2fbb1bcd52cc9b8376fa4cc02")
    }

    @Test("an answer that was moved to another request is not shown, and the page warns")
    func tampered() async throws {
        try await Station.on(.sqlite) { station in
            let (thread, fir) = try await station.screened()
            let (first, second) = (try await station.ask(fir, thread), try await station.ask(fir, thread))
            try await station.answer(first)
            let ids = try await station.view(fir, thread).partners.map(\.request)
            #expect(ids.count == 2)
            try await station.database.write { db in
                try db.execute("UPDATE partner_answer SET request_id = \(ids[1].bytes)")
            }
            let view = try await station.view(fir, thread)
            #expect(view.partners.flatMap(\.answers).isEmpty && view.warnings == [.answerUnreadable])
            _ = second
        }
    }

    @Test("a partner is shown only what a certified officer signed")
    func forged() async throws {
        try await Station.on(.sqlite) { station in
            let (thread, fir) = try await station.screened()
            let code = try await station.ask(fir, thread)
            try await station.database.write { db in
                try db.execute("UPDATE partner_request SET signature = \([UInt8](repeating: 1, count: 64))")
            }
            #expect(await station.refusal { try await station.see(code) } == .notFound)
        }
    }

    @Test("a request is made by its own action alone, whole or not at all, and only of a concern")
    func ownAction() async throws {
        try await Station.on(.sqlite) { station in
            let (thread, fir) = try await station.screened()
            #expect(await station.refusal { try await station.record(.partnerAsked, fir, thread) } == .notFound)
            var lacking = Station.asked
            lacking[PartnerAsking.wordsField] = " "
            #expect(
                await station.refusal { try await station.ask(fir, thread, lacking) }
                    == .notValid([
                        FieldProblem(
                            field: PartnerAsking.wordsField, key: "problem.\(PartnerAsking.wordsField).empty")
                    ]))
            let (activity, _) = try await station.report()
            let alder = try await station.signIn("alder")
            _ = try await OpenReport(station.desk).perform(StepForm(session: alder, thread: activity, version: 0))
            #expect(await station.refusal { try await station.ask(alder, activity) } == .notFound)
            #expect(await station.refusal { try await station.ask(alder, thread) } == .notFound)
            #expect(try await station.count("SELECT count(*) FROM partner_request") == 0)
            #expect(try await station.count("SELECT count(*) FROM wrap WHERE purpose = 'partner'") == 0)
        }
    }
}
