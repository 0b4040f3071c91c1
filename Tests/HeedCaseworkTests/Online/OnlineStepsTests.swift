import HeedCasework
import HeedCore
import HeedSQL
import HeedTestKit
import Testing

@Suite("Something online on the desk")
struct OnlineStepsTests {
    private static func assessment(_ view: OnlineAssessment.View) -> OnlineAssessment {
        OnlineAssessment(
            view: view, offences: view == .unlawful ? [.dissemination] : [], why: "As the page reads.",
            gist: "A film on a page")
    }

    /// Sent, opened by Alder and assessed.
    private func assessed(_ view: OnlineAssessment.View, _ station: Station) async throws -> (RecordID, String) {
        let (thread, _) = try await station.report("", kind: .online, ["links": ["https://example.invalid/film"]])
        let alder = try await station.signIn("alder")
        _ = try await OpenReport(station.desk).perform(StepForm(session: alder, thread: thread, version: 0))
        _ = try await AssessOnline(station.desk).perform(
            station.form(alder, thread), assessment: Self.assessment(view))
        return (thread, alder)
    }

    private func record(
        _ verb: Verb, _ answers: [String: String], _ form: StepForm, _ station: Station
    ) async throws -> TakenStep {
        try await RecordStep(station.desk).perform(form, verb) { field in answers[field.name].map { [$0] } ?? [] }
    }

    private func isDecided(_ thread: RecordID, _ station: Station) async throws -> Bool {
        try await station.count(
            "SELECT count(*) FROM item WHERE thread_id = \(thread.bytes) AND status = 'decided' AND decided_person = 'p1'"
        ) == 1
    }

    @Test("a web address alone is a report, sealed to its own compartment", arguments: Engine.available)
    func sealed(engine: Engine) async throws {
        try await Station.on(engine) { station in
            let (thread, alder) = try await assessed(.unclear, station)
            let view = try await station.view(alder, thread)
            #expect(view.kind == .online && view.compartment == .online)
            #expect(
                try await station.count(
                    "SELECT count(*) FROM wrap WHERE thread_id = \(thread.bytes) AND compartment = 'activity'") == 0)
            let page = try await Queue(station.desk).perform(session: alder)
            #expect(page.rows.map(\.card.kind) == [.online])
            #expect(page.rows.map(\.card.gist) == ["A film on a page"])
        }
    }

    @Test("what looks unlawful is forwarded, and its answer decides it", arguments: Engine.available)
    func forwarded(engine: Engine) async throws {
        try await Station.on(engine) { station in
            let (thread, alder) = try await assessed(.unlawful, station)
            #expect(
                await station.refusal {
                    try await record(.advised, ["advice": "Lawful."], station.form(alder, thread), station)
                } == .notNow("need.lawful-view"))
            _ = try await record(.forwarded, ["how": "Their form, 0001"], station.form(alder, thread), station)
            #expect(try await station.view(alder, thread).facts.state == .forwarded)
            #expect(try await !isDecided(thread, station))
            _ = try await record(.answered, ["reply": "Taken down."], station.form(alder, thread), station)
            #expect(try await isDecided(thread, station))
            #expect(try await station.count("SELECT count(*) FROM pending_leaf WHERE kind = 3") == 1)
        }
    }

    @Test(
        "what is lawful or no terrorism ends where the officer said, with a named person", arguments: Engine.available)
    func ended(engine: Engine) async throws {
        try await Station.on(engine) { station in
            let (lawful, alder) = try await assessed(.lawful, station)
            _ = try await record(
                .advised, ["advice": "Rude and lawful; the site has rules."], station.form(alder, lawful), station)
            #expect(try await isDecided(lawful, station))
            let (elsewhere, again) = try await assessed(.elsewhere, station)
            #expect(
                await station.refusal {
                    try await record(
                        .routed, ["recipient": "fraud", "how": " "], station.form(again, elsewhere), station)
                } == .notValid([FieldProblem(field: "how", key: "problem.how.empty")]))
            _ = try await record(
                .routed, ["recipient": "hate-crime", "how": "To their desk"], station.form(again, elsewhere), station)
            #expect(try await isDecided(elsewhere, station))
        }
    }

    @Test("no further action needs a second person here too", arguments: Engine.available)
    func secondPerson(engine: Engine) async throws {
        try await Station.on(engine) { station in
            let (thread, alder) = try await assessed(.unclear, station)
            _ = try await ProposeNoAction(station.desk).perform(
                station.form(alder, thread), decision: Station.noAction)
            let elder = try await station.signIn("elder")
            #expect(
                await station.refusal {
                    try await Confirm(station.desk).perform(station.form(elder, thread), reason: "Agreed.")
                } == .notAllowed("need.another-person"))
            let cedar = try await station.signIn("cedar")
            _ = try await Confirm(station.desk).perform(station.form(cedar, thread), reason: "Agreed.")
            #expect(try await station.view(cedar, thread).facts.state == .decided)
        }
    }

    @Test("a step of another kind is answered as if there were none, and writes nothing")
    func otherKind() async throws {
        try await Station.on(.sqlite) { station in
            let (thread, alder) = try await assessed(.unclear, station)
            let steps = try await station.count("SELECT count(*) FROM event")
            #expect(
                await station.refusal {
                    try await Triage(station.desk).perform(station.form(alder, thread), assessment: Station.triage)
                } == .notFound)
            #expect(try await station.count("SELECT count(*) FROM event") == steps)
        }
    }
}
