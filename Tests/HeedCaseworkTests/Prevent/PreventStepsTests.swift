import HeedCasework
import HeedCore
import HeedSQL
import HeedTestKit
import Testing

@Suite("A concern about a person")
struct PreventStepsTests {
    /// Sent, opened by Fir and screened.
    private func screened(_ station: Station) async throws -> (thread: RecordID, fir: String) {
        let (thread, _) = try await station.report("He says the rest of us will see.", kind: .prevent)
        let fir = try await station.signIn("fir")
        _ = try await OpenReport(station.desk).perform(StepForm(session: fir, thread: thread, version: 0))
        try await station.record(.screened, fir, thread, ["gist": "A nephew, new contacts"])
        return (thread, fir)
    }

    private func due(_ name: ClockRule.Name, _ session: String, _ thread: RecordID, _ station: Station) async throws
        -> Seconds?
    {
        let view = try await station.view(session, thread)
        return view.clocks.first { $0.name == name }.map { $0.due - station.desk.clock.now() }
    }

    @Test("from the form to the last review, a year and more later", arguments: Engine.available)
    func wholeWay(engine: Engine) async throws {
        try await Station.on(engine) { station in
            let (thread, fir) = try await screened(station)
            // Nothing goes to Channel before it was asked whether that would cut across an investigation.
            try await station.record(.weighed, fir, thread, ["fits": "channel"])
            #expect(
                await station.refusal { try await station.record(.handedOff, fir, thread) } == .notNow("need.clear"))
            try await station.record(.deconflicted, fir, thread, ["clash": "wait"])
            #expect(
                await station.refusal { try await station.record(.handedOff, fir, thread) } == .notNow("need.clear"))
            try await station.record(.deconflicted, fir, thread, ["clash": "none"])
            try await station.record(.handedOff, fir, thread)
            #expect(try await station.view(fir, thread).facts.state == .handedOff)
            // A named person has decided it: the ledger need not wait for the year that support may take.
            #expect(try await station.count("SELECT count(*) FROM pending_leaf WHERE kind = 3") == 1)
            #expect(try await station.count("SELECT count(*) FROM thread WHERE status = 'open'") == 1)

            // Support begins with consent and never without.
            #expect(
                await station.refusal { try await station.record(.supported, fir, thread) } == .notNow("need.consent"))
            for said in ["refused", "given", "withdrawn"] {
                try await station.record(.consented, fir, thread, ["consent": said])
                let verdict = try await station.view(fir, thread).verdicts[.supported]
                #expect(verdict == (said == "given" ? .allowed : .needs([.consent])))
            }
            try await station.record(.consented, fir, thread, ["consent": "given"])
            try await station.record(.supported, fir, thread)
            try await station.record(.exited, fir, thread)
            #expect(try await due(.firstReview, fir, thread, station) == 182 * 86_400)
            station.time.advance(seconds: 182 * 86_400 + 1)
            let later = try await station.signIn("fir")
            #expect(try await due(.firstReview, later, thread, station).map { $0 < 0 } == true)
            try await station.record(.reviewed, later, thread)
            #expect(try await due(.secondReview, later, thread, station) == 183 * 86_400)
            station.time.advance(seconds: 183 * 86_400 + 1)
            let last = try await station.signIn("fir")
            try await station.record(.reviewedAgain, last, thread)
            _ = try await Close(station.desk).perform(station.form(last, thread))
            #expect(try await station.view(last, thread).facts.state == .closed)
            #expect(try await station.view(last, thread).warnings.isEmpty)
            #expect(try await station.count("SELECT count(*) FROM pending_leaf WHERE kind = 3") == 1)
        }
    }

    @Test("no further action takes a second person of the team", arguments: Engine.available)
    func secondPerson(engine: Engine) async throws {
        try await Station.on(engine) { station in
            let (thread, fir) = try await screened(station)
            #expect(
                await station.refusal {
                    try await ProposeNoAction(station.desk).perform(
                        station.form(fir, thread), decision: Station.noAction)
                } == .notNow("need.gateway"))
            try await station.record(.weighed, fir, thread, ["fits": "nothing"])
            _ = try await ProposeNoAction(station.desk).perform(station.form(fir, thread), decision: Station.noAction)
            #expect(
                await station.refusal {
                    try await Confirm(station.desk).perform(station.form(fir, thread), reason: "")
                } == .notAllowed("need.another-person"))
            let maple = try await station.signIn("maple")
            _ = try await Confirm(station.desk).perform(station.form(maple, thread), reason: "")
            #expect(try await station.view(maple, thread).facts.state == .decided)
        }
    }

    @Test("a record with something missing is refused whole, and what was sent besides is not kept")
    func declared() async throws {
        try await Station.on(.sqlite) { station in
            let (thread, fir) = try await screened(station)
            let steps = try await station.count("SELECT count(*) FROM event")
            let refusal = await station.refusal {
                try await RecordStep(station.desk).perform(station.form(fir, thread), .weighed) { field in
                    field.name == "fits" ? ["guilty"] : [" "]
                }
            }
            let needed = ["fits", "vulnerability", "earlier", "why", "gist"]
            #expect(refusal == .notValid(needed.map { FieldProblem(field: $0, key: "problem.\($0).empty") }))
            #expect(try await station.count("SELECT count(*) FROM event") == steps)
            try await station.record(.weighed, fir, thread, ["fits": "signpost", "score": "9"])
            guard case .record(let record)? = try await station.view(fir, thread).steps.last?.step.body else {
                Issue.record("no record")
                return
            }
            #expect(record["score"].isEmpty && record["fits"] == ["signpost"])
        }
    }

    @Test(
        "the activity desk sees nothing of it, and the team nothing of the activity desk", arguments: Engine.available)
    func apart(engine: Engine) async throws {
        try await Station.on(engine) { station in
            let (concern, _) = try await station.report(kind: .prevent)
            let (activity, _) = try await station.report()
            let cedar = try await station.signIn("cedar")
            let fir = try await station.signIn("fir")
            #expect(await station.refusal { try await station.view(cedar, concern) } == .notFound)
            #expect(await station.refusal { try await station.view(fir, activity) } == .notFound)
            for (session, other) in [(cedar, concern), (fir, activity)] {
                let page = try await Queue(station.desk).perform(session: session)
                #expect(!page.rows.map(\.thread).contains(other) && !page.uncarded.map(\.thread).contains(other))
            }
        }
    }
}
