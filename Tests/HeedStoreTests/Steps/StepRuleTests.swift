import HeedSQL
import HeedStore
import HeedTestKit
import Testing

/// The rules that the store enforces whatever the program does.
@Suite struct StepRuleTests {
    private struct Step {
        var n = 1
        var verb = "researched"
        var person = "P1"
        var cosigner: String?
        var hasCosignerCertificate: Bool?
    }

    private func insert(_ step: Step, _ seed: UInt64, of thread: ThreadRow, _ db: Connection) throws {
        let hasCertificate = step.hasCosignerCertificate ?? (step.cosigner != nil)
        let certificate: [UInt8]? = hasCertificate ? Examples.bytes(32, 2) : nil
        try db.execute(
            """
            INSERT INTO event (
                step_id, thread_id, n, item, verb, role, certificate, person, cosigner_certificate, cosigner_person,
                batch, object_id)
            VALUES (
                \(Examples.bytes(16, seed)), \(thread.id), \(step.n), 0, \(step.verb), 'officer',
                \(Examples.bytes(32, 1)), \(step.person), \(certificate), \(step.cosigner), 3, NULL)
            """)
    }

    @Test(arguments: Engine.available) func `a step that breaks a rule is not stored`(engine: Engine) async throws {
        try await engine.withStore { database in
            let thread = Examples.thread(1)
            let other = Examples.thread(2)
            try await database.write { db in
                try db.insert(thread)
                try db.insert(other)
                try insert(Step(), 100, of: other, db)
            }
            let unresearched = SQLError.trigger("nothing is authorised before it is researched")
            let cases: [(Step, SQLError)] = [
                (Step(verb: "authorised", cosigner: "P2"), unresearched),
                (Step(verb: "authorised"), .check), (Step(verb: "confirmed"), .check), (Step(verb: "ratified"), .check),
                (Step(verb: "confirmed", cosigner: "P1"), .check), (Step(verb: "noted", cosigner: "P1"), .check),
                (Step(verb: "noted", cosigner: "P2", hasCosignerCertificate: false), .check),
                (Step(verb: "noted", hasCosignerCertificate: true), .check), (Step(n: 0), .check),
                (Step(person: ""), .check),
            ]
            for (index, (step, code)) in cases.enumerated() {
                let error = await #expect(throws: SQLError.self, "case \(index)") {
                    try await database.write { db in
                        if step.verb == "authorised", code == .check { try insert(Step(), 50, of: thread, db) }
                        var step = step
                        if code == .check, step.verb == "authorised" { step.n = 2 }
                        try insert(step, 200, of: thread, db)
                    }
                }
                #expect(error == code, "case \(index)")
            }
        }
    }

    @Test(arguments: Engine.available) func `research first, then authorisation by two`(engine: Engine) async throws {
        try await engine.withStore { database in
            let thread = Examples.thread(1)
            try await database.write { db in
                try db.insert(thread)
                try insert(Step(n: 2), 1, of: thread, db)
            }
            // Research that is numbered later does not count.
            await #expect(throws: SQLError.trigger("nothing is authorised before it is researched")) {
                try await database.write { db in
                    try insert(Step(n: 1, verb: "authorised", cosigner: "P2"), 2, of: thread, db)
                }
            }
            try await database.write { db in
                try insert(Step(n: 3, verb: "authorised", cosigner: "P2"), 3, of: thread, db)
            }
        }
    }

    @Test(arguments: Engine.available)
    func `a message, and what the source unit said, are recorded by another person than who put them forward`(
        engine: Engine
    ) async throws {
        try await engine.withStore { database in
            let message = SQLError.trigger("a message is signed by another person than who wrote it")
            let review = SQLError.trigger("a review is recorded by another person than who asked for it")
            for (asked, answer, refusal) in [
                ("message-proposed", "message-signed", message), ("review-asked", "source-reviewed", review),
            ] {
                let thread = Examples.thread(asked == "review-asked" ? 2 : 1)
                try await database.write { db in try db.insert(thread) }
                // By nobody else, and with nothing put forward.
                for step in [Step(verb: answer), Step(verb: answer, cosigner: "P2")] {
                    let error = await #expect(throws: SQLError.self) {
                        try await database.write { db in try insert(step, 7, of: thread, db) }
                    }
                    #expect(error == refusal)
                }
                try await database.write { db in
                    try db.execute(
                        """
                        INSERT INTO event (step_id, thread_id, n, item, verb, role, certificate, person, batch)
                        VALUES (\(Examples.bytes(16, asked == "review-asked" ? 91 : 90)), \(thread.id), 1, 0, \(asked),
                            'officer', \(Examples.bytes(32, 2)), 'P2', 3)
                        """)
                }
                // By the same person, and by somebody who names a third as the first.
                for (step, error) in [
                    (Step(n: 2, verb: answer, person: "P2", cosigner: "P2"), SQLError.check),
                    (Step(n: 2, verb: answer, cosigner: "P3"), refusal),
                ] {
                    let thrown = await #expect(throws: SQLError.self) {
                        try await database.write { db in try insert(step, 7, of: thread, db) }
                    }
                    #expect(thrown == error)
                }
                try await database.write { db in
                    try insert(
                        Step(n: 2, verb: answer, cosigner: "P2"), asked == "review-asked" ? 11 : 10, of: thread, db)
                }
            }
        }
    }

    @Test(arguments: Engine.available) func `no second round goes out without a second person`(engine: Engine)
        async throws
    {
        try await engine.withStore { database in
            let thread = Examples.thread(1)
            try await database.write { db in try db.insert(thread) }
            for (round, isRefused) in [(1, false), (2, true)] {
                let object = SealedRow(
                    id: Examples.bytes(16, UInt64(40 + round)), thread: thread.id, item: 0, purpose: .reply,
                    compartment: "activity", epoch: 1, keyCommitment: Examples.bytes(32, 3),
                    payloadDigest: Examples.bytes(32, 4), header: [1], payload: [2])
                let reply = ReplyRow(
                    object: object.id, thread: thread.id, round: round, certificate: Examples.bytes(32, 5),
                    signature: Examples.bytes(64, 6), batch: 3)
                let put = {
                    try await database.write { db in
                        try db.insert(object)
                        try db.insert(reply)
                    }
                }
                if isRefused {
                    await #expect(throws: SQLError.trigger("a second round is signed by a second person")) {
                        try await put()
                    }
                } else {
                    try await put()
                }
            }
        }
    }

    @Test(arguments: Engine.available) func `a step is never changed or deleted`(engine: Engine) async throws {
        try await engine.withStore { database in
            let thread = Examples.thread(1)
            try await database.write { db in
                try db.insert(thread)
                try insert(Step(), 1, of: thread, db)
            }
            await #expect(throws: SQLError.trigger("a step is never changed")) {
                try await database.write { db in try db.execute("UPDATE event SET person = 'P9'") }
            }
            await #expect(throws: SQLError.trigger("a step is never deleted")) {
                try await database.write { db in try db.execute("DELETE FROM event") }
            }
        }
    }

    @Test(arguments: Engine.available) func `of two next steps at once one wins`(engine: Engine) async throws {
        try await engine.withStore { database in
            let thread = Examples.thread(1)
            try await database.write { db in try db.insert(thread) }
            let won = await withTaskGroup(of: Bool.self) { group in
                for seed in 0..<16 as Range<UInt64> {
                    group.addTask {
                        do {
                            try await database.write { db in try insert(Step(n: 1), seed, of: thread, db) }
                            return true
                        } catch {
                            #expect(error as? SQLError == .unique)
                            return false
                        }
                    }
                }
                return await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
            }
            #expect(won == 1)
        }
    }
}
