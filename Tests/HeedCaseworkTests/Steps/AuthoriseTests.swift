import HeedCasework
import HeedCore
import HeedKeyring
import HeedSQL
import HeedStore
import HeedTestKit
import HeedVault
import Testing

@Suite("Two people")
struct AuthoriseTests {
    /// A report proposed for action by Alder; the sessions of Alder and two supervisors.
    private func proposed(_ station: Station) async throws -> (thread: RecordID, alder: String, cedar: String) {
        let (thread, _) = try await station.report()
        let alder = try await station.signIn("alder")
        let cedar = try await station.signIn("cedar")
        try await station.research(thread, by: alder)
        try await station.propose(thread, by: "alder", alder)
        return (thread, alder, cedar)
    }

    @Test("nobody authorises their own proposal, not even through another account", arguments: Engine.available)
    func own(engine: Engine) async throws {
        try await Station.on(engine) { station in
            let (thread, alder, _) = try await proposed(station)
            // Elder is a supervisor, and the same person as Alder.
            let elder = try await station.signIn("elder")
            let refusal = await station.refusal { try await station.authorise(thread, by: "elder", elder) }
            #expect(refusal == .notAllowed("need.another-person"))
            #expect(
                await station.refusal { try await station.authorise(thread, by: "alder", alder) }
                    == .notAllowed("refusal.role"))
            #expect(try await station.view(alder, thread).facts.state == .proposed)
        }
    }

    @Test("nothing is proposed before it is researched", arguments: Engine.available)
    func researchFirst(engine: Engine) async throws {
        try await Station.on(engine) { station in
            let (thread, _) = try await station.report()
            let alder = try await station.signIn("alder")
            _ = try await OpenReport(station.desk).perform(StepForm(session: alder, thread: thread, version: 0))
            _ = try await Triage(station.desk).perform(
                station.form(alder, thread), assessment: Station.triage)
            let refusal = await station.refusal { try await station.propose(thread, by: "alder", alder) }
            #expect(refusal == .notNow("need.research"))
        }
    }

    @Test(
        "a signature asks for passphrase and a fresh code, and signs the statement that was shown",
        arguments: Engine.available)
    func exactStatement(engine: Engine) async throws {
        try await Station.on(engine) { station in
            let (thread, _, cedar) = try await proposed(station)
            let prepared = try await Authorise(station.desk).prepare(
                station.form(cedar, thread), reason: "Proportionate.")
            #expect(prepared.statement.contains("verb authorised\n"))
            let used = station.code("cedar")
            let wrong = Credentials(
                passphrase: "wrong", secretCode: Force.enrolled("cedar").secretCode.grouped, oneTimeCode: used)
            #expect(
                await station.refusal {
                    try await Authorise(station.desk).sign(session: cedar, token: prepared.token, credentials: wrong)
                } == .notAllowed(.cannotUnlock))
            _ = try await Authorise(station.desk).sign(
                session: cedar, token: prepared.token, credentials: station.credentials("cedar", code: used))
            let view = try await station.view(cedar, thread)
            #expect(view.steps.last?.statement.hasPrefix(prepared.statement) == true)
            // The same request again finds nothing to sign.
            #expect(
                await station.refusal {
                    try await Authorise(station.desk).sign(
                        session: cedar, token: prepared.token, credentials: station.credentials("cedar"))
                } == .notNow("refusal.prepared"))
        }
    }

    @Test("a code that was used to sign in does not sign")
    func codeOnce() async throws {
        try await Station.on(.sqlite) { station in
            let (thread, _, _) = try await proposed(station)
            let code = station.code("dogwood")
            let dogwood = try await SignIn(station.desk).perform(
                SignInForm(
                    username: "dogwood", passphrase: Force.passphrase,
                    secretCode: Force.enrolled("dogwood").secretCode.grouped, totp: code)
            ).value
            let prepared = try await Authorise(station.desk).prepare(station.form(dogwood, thread), reason: "")
            #expect(
                await station.refusal {
                    try await Authorise(station.desk).sign(
                        session: dogwood, token: prepared.token, credentials: station.credentials("dogwood", code: code)
                    )
                } == .notAllowed(.cannotUnlock))
        }
    }

    @Test("a statement shown to one officer is not signed by another, nor after ten minutes, nor once the report moved")
    func stale() async throws {
        try await Station.on(.sqlite) { station in
            let (thread, alder, cedar) = try await proposed(station)
            let dogwood = try await station.signIn("dogwood")
            func prepare() async throws -> PreparedStatement {
                try await Authorise(station.desk).prepare(station.form(cedar, thread), reason: "")
            }
            let first = try await prepare()
            #expect(
                await station.refusal {
                    try await Authorise(station.desk).sign(
                        session: dogwood, token: first.token, credentials: station.credentials("dogwood"))
                } == .notNow("refusal.prepared"))
            _ = try await AddNote(station.desk).perform(station.form(alder, thread), text: "One more thing.")
            #expect(
                await station.refusal {
                    try await Authorise(station.desk).sign(
                        session: cedar, token: first.token, credentials: station.credentials("cedar"))
                } == .conflict)
            let second = try await prepare()
            station.time.advance(seconds: 599)
            _ = try await Queue(station.desk).perform(session: cedar)
            station.time.advance(seconds: 2)
            #expect(
                await station.refusal {
                    try await Authorise(station.desk).sign(
                        session: cedar, token: second.token, credentials: station.credentials("cedar"))
                } == .notNow("refusal.prepared"))
        }
    }

    @Test("what came in after the proposal is read before it is signed", arguments: Engine.available)
    func changed(engine: Engine) async throws {
        try await Station.on(engine) { station in
            let (thread, code) = try await station.report()
            let alder = try await station.signIn("alder")
            let cedar = try await station.signIn("cedar")
            try await station.research(thread, by: alder)
            try await station.propose(thread, by: "alder", alder)
            _ = try await station.view(cedar, thread)
            try await station.followUp("There was a second van.", code)
            #expect(
                await station.refusal { try await station.authorise(thread, by: "cedar", cedar) }
                    == .notNow("need.changes-read"))
            let form = try await station.form(alder, thread)
            _ = try await OpenReport(station.desk).perform(form, item: 1)
            let seen = StepForm(session: cedar, thread: thread, version: form.version + 1)
            #expect(
                await station.refusal { try await Authorise(station.desk).prepare(seen, reason: "") }
                    == .notNow("need.changes-read"))
            let view = try await station.view(cedar, thread)
            #expect(view.changedSinceWaiting == [1])
            #expect(view.items.last?.sender == .samePerson)
            try await station.authorise(thread, by: "cedar", cedar)
        }
    }

    @Test(
        "the store itself refuses an authorisation by one person and one before research", arguments: Engine.available)
    func storeRules(engine: Engine) async throws {
        try await Station.on(engine) { station in
            let (thread, _) = try await station.report()
            func insert(_ verb: String, by person: String, cosigner: String?) async -> SQLError? {
                do {
                    try await station.database.write { db in
                        try db.insert(
                            StepRow(
                                id: RecordID.random().bytes, thread: thread.bytes, number: 1, item: 0, verb: verb,
                                role: "supervisor", certificate: Array(repeating: 1, count: 32), person: person,
                                cosignerCertificate: cosigner.map { _ in Array(repeating: 2, count: 32) },
                                cosignerPerson: cosigner, batch: 3, object: nil))
                    }
                    return nil
                } catch { return error as? SQLError }
            }
            #expect(await insert("confirmed", by: "p1", cosigner: "p1") == .check)
            #expect(await insert("authorised", by: "p1", cosigner: nil) != nil)
            #expect(
                await insert("authorised", by: "p1", cosigner: "p2")
                    == .trigger("nothing is authorised before it is researched"))
        }
    }

    @Test("an authorisation lasts the hours it was given")
    func expiry() async throws {
        try await Station.on(.sqlite) { station in
            let (thread, _, cedar) = try await proposed(station)
            try await station.authorise(thread, by: "cedar", cedar)
            _ = try await Release(station.desk).verify(session: cedar, thread: thread)
            station.time.advance(seconds: 49 * 3_600)
            let again = try await station.signIn("cedar")
            #expect(
                await station.refusal {
                    try await Release(station.desk).verify(session: again, thread: thread)
                } == .notNow("refusal.expired"))
        }
    }

    @Test("no further action takes a second person; sending back keeps both texts")
    func noAction() async throws {
        try await Station.on(.sqlite) { station in
            let (thread, _) = try await station.report()
            let alder = try await station.signIn("alder")
            let cedar = try await station.signIn("cedar")
            let elder = try await station.signIn("elder")
            try await station.research(thread, by: alder)
            let desk = station.desk
            _ = try await ProposeNoAction(desk).perform(station.form(alder, thread), decision: Station.noAction)
            #expect(
                await station.refusal {
                    try await Confirm(desk).perform(station.form(elder, thread), reason: "")
                } == .notAllowed("need.another-person"))
            _ = try await SendBack(desk).perform(station.form(cedar, thread), reason: "Ask the mill.")
            _ = try await ProposeNoAction(desk).perform(station.form(alder, thread), decision: Station.noAction)
            _ = try await Confirm(desk).perform(station.form(cedar, thread), reason: "Agreed.")
            let view = try await station.view(cedar, thread)
            #expect(view.facts.state == .decided && view.warnings.isEmpty)
            #expect(
                view.steps.contains {
                    $0.step.body
                        == .answer(
                            number: 4, statement: view.step(4)?.digest ?? [], reason: "Ask the mill.")
                })
            #expect(
                await station.refusal {
                    try await Decide(desk).perform(station.form(alder, thread), decision: Station.noAction)
                } == .notNow("refusal.outcome"))
        }
    }

    @Test("acting first on a threat to life waits for another person, who may or may not ratify")
    func actFirst() async throws {
        try await Station.on(.sqlite) { station in
            let (thread, _) = try await station.report(inDanger: true)
            let alder = try await station.signIn("alder")
            let cedar = try await station.signIn("cedar")
            let desk = station.desk
            _ = try await OpenReport(desk).perform(StepForm(session: alder, thread: thread, version: 0))
            let prepared = try await ActFirst(desk).prepare(station.form(alder, thread), proposal: Station.proposal)
            _ = try await ActFirst(desk).sign(
                session: alder, token: prepared.token, credentials: station.credentials("alder"))
            #expect(
                await station.refusal {
                    try await Release(desk).verify(session: alder, thread: thread)
                } == .notNow("refusal.not-authorised"))
            let ratify = try await Ratify(desk).prepare(station.form(cedar, thread), reason: "Necessary.")
            _ = try await Ratify(desk).sign(
                session: cedar, token: ratify.token, credentials: station.credentials("cedar"))
            #expect(try await Release(desk).verify(session: alder, thread: thread).authoriser == "p3")
        }
    }
}
