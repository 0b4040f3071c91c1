import HeedCore
import HeedIntake
import HeedLedger
import HeedSQL
import HeedStore
import HeedTestKit
import HeedVault
import Testing

@Suite("A reporter's messages")
struct MailboxTests {
    @Test(
        "a new report stands as received, with the day its entry is due and nothing else", arguments: Engine.available)
    func received(_ engine: Engine) async throws {
        try await Site.on(engine) { (site: Site) async throws in
            let sent = site.submission()
            let answer = try await site.submit(sent)
            try await site.add("And a trailer.", sent.code)
            let mailbox = try await site.open(sent.code)
            #expect(mailbox.items.map(\.number) == [0, 1])
            #expect(mailbox.items.allSatisfy { !$0.isConsidered && $0.includeBy == answer.includeBy })
            #expect(mailbox.rounds.isEmpty && mailbox.standing == .received)
            #expect(!String(describing: mailbox).contains("van"))
        }
    }

    @Test(
        "a certified officer's questions are shown, and an answer to them is known by the code alone",
        arguments: Engine.available)
    func questions(_ engine: Engine) async throws {
        try await Site.on(engine) { (site: Site) async throws in
            let sent = site.submission()
            _ = try await site.submit(sent)
            try await site.addOfficer()
            try await site.put(Site.Reply(questions: ["when-last", "direction"]), for: sent)
            let asked = try await site.open(sent.code)
            #expect(asked.rounds.map(\.questions) == [["when-last", "direction"]])
            #expect(asked.standing == .question && asked.rounds.first?.isAnswered == false)
            try await site.add("On Tuesday.", answering: 1, sent.code)
            try await site.add("And on Friday.", answering: 1, sent.code)
            let answered = try await site.open(sent.code)
            #expect(answered.rounds.first?.isAnswered == true && answered.standing == .received)
            #expect(answered.items.count == 3)
        }
    }

    @Test("what a machine may have left behind is sealed with what was added, which is received like any other")
    func signals() async throws {
        try await Site.on(.sqlite) { (site: Site) async throws in
            let sent = site.submission()
            _ = try await site.submit(sent)
            let answer = try await AddFollowUp(site.intake).perform(
                "buy followers", language: "en", signals: [.trap, .quick], code: sent.code)
            #expect(answer.kind == .followUp(item: 1))
            let meta = try await site.open(site.stored(sent.thread, .followUp, item: 1), with: site.force.activity).meta
            #expect(meta.signals == [.trap, .quick])
            let again = try await AddFollowUp(site.intake).perform("buy followers", language: "en", code: sent.code)
            #expect(again.kind == .repeated(item: 1))
        }
    }

    @Test("what was added before the question, or without answering it, is no answer")
    func notAnswers() async throws {
        try await Site.on(.sqlite) { (site: Site) async throws in
            let sent = site.submission()
            _ = try await site.submit(sent)
            try await site.addOfficer()
            try await site.add("By the way.", sent.code)
            try await site.put(Site.Reply(), for: sent)
            try await site.add("By the way again.", sent.code)
            #expect(try await site.open(sent.code).rounds.first?.isAnswered == false)
        }
    }

    @Test("a reply that a certified officer did not sign for this thread is never shown", arguments: Forgery.allCases)
    func forged(_ forgery: Forgery) async throws {
        try await Site.on(.sqlite) { (site: Site) async throws in
            let sent = site.submission()
            _ = try await site.submit(sent)
            let force = site.force
            var reply = Site.Reply()
            var certificate = try force.certificate(of: force.officer)
            switch forgery {
            case .otherSigner: reply.signer = SigningSeed()
            case .graveKey: reply.signer = force.officer.grave
            case .otherThread: reply.signedFor = .random()
            case .otherKey: reply.recipient = try HybridIdentity().recipient
            case .oneRegistrar: certificate = try force.certificate(of: force.officer, signedBy: 1)
            case .ownCertificate:
                certificate = try Force().certificate(of: force.officer)
                reply.certificate = certificate.hash
            case .swappedText:
                let mine = SigningSeed()
                certificate.note = try force.certificate(of: force.officer, routine: mine).note
                reply.signer = mine
            case .otherCompartment:
                certificate = try force.certificate(of: force.officer, compartments: ["prevent"])
                reply.certificate = certificate.hash
            case .future: reply.batch = 5
            case .revokedRow: break
            }
            try await site.addOfficer(certificate: certificate)
            if forgery == .revokedRow {
                _ = try await site.database.write { db in try db.execute("UPDATE certificate SET revoked = 1") }
            }
            try await site.put(reply, for: sent)
            let mailbox = try await site.open(sent.code)
            #expect(mailbox.rounds.isEmpty && mailbox.standing == .received)
        }
    }

    enum Forgery: CaseIterable {
        case otherSigner, graveKey, otherThread, otherKey, oneRegistrar, ownCertificate, swappedText, otherCompartment
        case future, revokedRow
    }

    @Test("a certificate that the manifest revokes vouches for nothing, even with an old date")
    func revoked() async throws {
        try await Site.on(.sqlite) { (site: Site) async throws in
            let sent = site.submission()
            _ = try await site.submit(sent)
            try await site.addOfficer()
            try await site.put(Site.Reply(), for: sent)
            #expect(try await site.open(sent.code).rounds.count == 1)
            let hash = try site.force.certificate(of: site.force.officer).hash
            let manifest = try site.force.manifest(revoked: [Revocation(certificate: hash, from: 2)])
            let intake = try site.intake(with: site.force.load(manifest))
            #expect(try await OpenMailbox(intake).perform(sent.code).rounds.count == 1)
            _ = try await site.database.write { db in try db.setCurrentBatch(2) }
            #expect(try await OpenMailbox(intake).perform(sent.code).rounds.isEmpty)
        }
    }

    @Test("another reporter's reply put into this thread is not shown")
    func transplanted() async throws {
        try await Site.on(.sqlite) { (site: Site) async throws in
            let mine = site.submission("mine")
            let theirs = site.submission("theirs")
            _ = try await site.submit(mine)
            _ = try await site.submit(theirs)
            try await site.addOfficer()
            try await site.put(Site.Reply(), for: theirs)
            _ = try await site.database.write { db in
                try db.execute("UPDATE reply SET thread_id = \(mine.thread.bytes)")
            }
            #expect(try await site.open(mine.code).rounds.isEmpty)
        }
    }

    @Test("with the stored reply key replaced, what is sealed to the new key is not shown to anybody who has the code")
    func swappedKey() async throws {
        try await Site.on(.sqlite) { (site: Site) async throws in
            let sent = site.submission()
            _ = try await site.submit(sent)
            try await site.addOfficer()
            let mine = try HybridIdentity().recipient
            _ = try await site.database.write { db in try db.execute("UPDATE thread SET reply_key = \(mine.bytes)") }
            try await site.put(Site.Reply(recipient: mine), for: sent)
            #expect(try await site.open(sent.code).rounds.isEmpty)
            // The sealed report says which key is right: the desk compares before it seals.
            let meta = try site.open(await site.stored(sent.thread, .report), with: site.force.activity).meta
            #expect(meta.replyKey != HeedVault.Hex.encode(Digest.sha256(mine.bytes)))
        }
    }

    @Test("a decision shows as considered only once the batch of its public leaf has closed", arguments: [3, 20, 30])
    func considered(_ takenIn: Int) async throws {
        try await Site.on(.sqlite) { (site: Site) async throws in
            let sent = site.submission()
            _ = try await site.submit(sent)
            try await site.decide(0, of: sent, takenIn: takenIn)
            // E is 6: on time comes out in 20, late at the end of the cohort in which it was taken.
            let due = takenIn <= 20 ? 20 : 34
            for batch in [takenIn, due] {
                _ = try await site.database.write { db in try db.setCurrentBatch(max(batch, takenIn)) }
                #expect(try await site.open(sent.code).standing == .received)
            }
            _ = try await site.database.write { db in try db.setCurrentBatch(due + 1) }
            #expect(try await site.open(sent.code).standing == .considered)
        }
    }

    @Test("a status that somebody set without a leaf does not show as considered")
    func statusAlone() async throws {
        try await Site.on(.sqlite) { (site: Site) async throws in
            let sent = site.submission()
            _ = try await site.submit(sent)
            _ = try await site.database.write { db in
                try db.setStatus(.opened, of: 0, in: sent.thread.bytes)
                try db.setStatus(.decided, of: 0, in: sent.thread.bytes, decidedPerson: "1")
                try db.setCurrentBatch(50)
            }
            #expect(try await site.open(sent.code).standing == .received)
        }
    }

    @Test("an unknown code and an erased report get one answer")
    func unknown() async throws {
        try await Site.on(.sqlite) { (site: Site) async throws in
            let sent = site.submission()
            _ = try await site.submit(sent)
            _ = try await site.database.write { db in
                for table in ["body", "wrap", "idem", "item", "thread"] {
                    try db.execute("DELETE FROM \(SQL(stringLiteral: table))")
                }
            }
            #expect(await site.refusal { try await site.open(sent.code) } == .notFound)
            #expect(await site.refusal { try await site.open(.issue()) } == .notFound)
            #expect(site.log.lines.isEmpty)
        }
    }

    @Test("coming back leaves no trace in the store", arguments: Engine.available)
    func noTrace(_ engine: Engine) async throws {
        try await Site.on(engine) { (site: Site) async throws in
            let sent = site.submission()
            _ = try await site.submit(sent)
            let before = try await site.fingerprint()
            _ = try await site.open(sent.code)
            #expect(await site.refusal { try await site.open(.issue()) } == .notFound)
            #expect(try await site.fingerprint() == before)
        }
    }
}
