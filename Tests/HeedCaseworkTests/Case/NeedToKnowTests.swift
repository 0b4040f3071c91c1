import HeedCasework
import HeedCore
import HeedKeyring
import HeedLedger
import HeedSQL
import HeedStore
import HeedTestKit
import HeedVault
import Testing

@Suite("Need to know")
struct NeedToKnowTests {
    @Test("another compartment's report answers like one that was never issued", arguments: Engine.available)
    func neverIssued(engine: Engine) async throws {
        try await Station.on(engine) { station in
            let (thread, _) = try await station.report()
            let fir = try await station.signIn("fir")
            let hazel = try await station.signIn("hazel")
            for session in [fir, hazel] {
                for id in [thread, .random()] {
                    let form = StepForm(session: session, thread: id, version: 0)
                    #expect(await station.refusal { try await station.view(session, id) } == .notFound)
                    #expect(await station.refusal { try await OpenReport(station.desk).perform(form) } == .notFound)
                    #expect(
                        await station.refusal {
                            try await Propose(station.desk).prepare(form, proposal: Station.proposal)
                        } == .notFound)
                    #expect(
                        await station.refusal {
                            try await OpenContact(station.desk).perform(
                                session: session, thread: id, purpose: .danger, reason: "r", proof: .signedInNow)
                        } == .notFound)
                }
            }
            #expect(try await station.count("SELECT count(*) FROM event") == 0)
        }
    }

    @Test(
        "R49, R57: contact details are for holders of the source key, against a reason and a fresh proof, written down first",
        arguments: Engine.available)
    func contact(engine: Engine) async throws {
        try await Station.on(engine) { station in
            let (thread, _) = try await station.report(
                "Words", ["contact": ["details"], "reach": ["07700 900123"], "relation": ["neighbour"]])
            let alder = try await station.signIn("alder")
            let cedar = try await station.signIn("cedar")
            _ = try await OpenReport(station.desk).perform(StepForm(session: alder, thread: thread, version: 0))
            func open(_ session: String, _ reason: String, _ typed: Credentials) async throws -> ContactView {
                try await OpenContact(station.desk).perform(
                    session: session, thread: thread, purpose: .danger, reason: reason, proof: .typed(typed))
            }
            #expect(await station.refusal { try await open(alder, "r", station.credentials("alder")) } == .notFound)
            #expect(
                await station.refusal { try await open(cedar, " ", station.credentials("cedar")) }
                    == .notValid([FieldProblem(field: "reason", key: "problem.reason.empty")]))
            for wrong in [station.credentials("cedar", code: "000000"), station.credentials("dogwood")] {
                #expect(await station.refusal { try await open(cedar, "r", wrong) } == .notAllowed(.cannotUnlock))
            }
            let steps = "SELECT count(*) FROM event WHERE verb = 'identity-opened'" as SQL
            #expect(try await station.count(steps) == 0)
            let used = station.code("cedar")
            let view = try await open(cedar, "threat to life", station.credentials("cedar", code: used))
            // The same code opens nothing again, and nothing is written down for it.
            #expect(
                await station.refusal { try await open(cedar, "again", station.credentials("cedar", code: used)) }
                    == .notAllowed(.cannotUnlock))
            #expect(try await station.count(steps) == 1)
            #expect(view.left.map(\.item) == [0])
            #expect(view.left[0].fields.value["reach"] == ["07700 900123"])
            let gorse = try await station.signIn("gorse")
            let page = try await AuditReading(station.desk).perform(
                session: gorse, filter: AuditFilter(verb: .contactOpened))
            #expect(page.lines.map(\.reason) == ["danger: threat to life"])
            #expect(page.lines.map(\.object) == [thread.handle])
        }
    }

    @Test("contact details sent later with the same code are shown beside the first, once their item is opened")
    func laterContact() async throws {
        try await Station.on(.sqlite) { station in
            let (thread, code) = try await station.report("Words", ["contact": ["details"], "reach": ["07700 900123"]])
            try await station.report(
                "Other words", code: code, ["contact": ["details"], "reach": ["07700 900456"]])
            let cedar = try await station.signIn("cedar")
            _ = try await OpenReport(station.desk).perform(StepForm(session: cedar, thread: thread, version: 0))
            func reach() async throws -> [String] {
                try await OpenContact(station.desk).perform(
                    session: cedar, thread: thread, purpose: .danger, reason: "threat to life",
                    proof: .typed(station.credentials("cedar"))
                ).left.flatMap { $0.fields.value["reach"] ?? [] }
            }
            #expect(try await reach() == ["07700 900123"])
            _ = try await OpenReport(station.desk).perform(station.form(cedar, thread), item: 1)
            #expect(try await reach() == ["07700 900123", "07700 900456"])
            try await station.database.write { db in
                _ = try db.execute(
                    "UPDATE wrap SET kc = payload_digest WHERE purpose = 'contact' AND item = 1")
            }
            #expect(try await station.view(cedar, thread).warnings == [.contactReplaced])
        }
    }

    @Test("one officer's keys and the whole database open nothing of another compartment")
    func keysAndDatabase() async throws {
        try await Station.on(.sqlite) { station in
            let (thread, _) = try await station.report("Words", ["contact": ["details"], "reach": ["07700 900123"]])
            let alder = Force.enrolled("alder")
            let routine = try await OfficerUnlock(gate: ScryptGate(), logN: Force.logN).routine(
                file: alder.files.routine, credentials: station.credentials("alder"),
                unixSeconds: station.time.seconds, lastStep: nil)
            let identity = routine.identity
            let (files, objects) = try await station.database.read { db in
                (try db.fetch("SELECT compartment, epoch, file FROM compartment_key"), try db.sealed(in: thread.bytes))
            }
            var keys: [CompartmentKey] = []
            for row in files {
                let (name, epoch, file): (String, Int, [UInt8]) = (try row[0], try row[1], try row[2])
                let expected = try #require(Force.made.manifest.epoch(epoch, of: name))
                if let key = try? CompartmentKey.open(file, with: identity, expecting: expected) { keys.append(key) }
            }
            #expect(Set(keys.map(\.compartment)) == ["activity", "online"])
            for object in objects {
                let opens = keys.contains { key in
                    (try? SealedObject.open(
                        header: object.header, payload: object.payload ?? [], with: key.identity)) != nil
                }
                #expect(opens == (object.compartment == "activity"))
            }
        }
    }

    @Test("looking at an unopened report shows no word of it and signs nothing")
    func unopened() async throws {
        try await Station.on(.sqlite) { station in
            let (thread, _) = try await station.report("Marker narrative")
            let alder = try await station.signIn("alder")
            let view = try await station.view(alder, thread)
            #expect(view.items.isEmpty && view.facts.unopened == [0])
            #expect(try await station.count("SELECT count(*) FROM event") == 0)
            _ = try await OpenReport(station.desk).perform(StepForm(session: alder, thread: thread, version: 0))
            let opened = try await station.view(alder, thread)
            #expect(opened.items[0].answers[0].values.value == ["Marker narrative"])
            #expect(try await station.count("SELECT count(*) FROM thread WHERE wake = 1") == 0)
        }
    }
}
