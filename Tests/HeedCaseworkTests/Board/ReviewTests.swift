import HeedCasework
import HeedCore
import HeedTestKit
import Testing

@Suite("The weekly review")
struct ReviewTests {
    @Test(
        "what was closed without action waits until somebody with no part in it records that they looked",
        arguments: Engine.available)
    func review(engine: Engine) async throws {
        try await Station.on(engine) { station in
            let alder = try await station.signIn("alder")
            let thread = try await station.report().thread
            try await station.close(thread, by: alder, second: "cedar")
            let own = try await station.board("cedar").reviews
            #expect(own.map(\.thread) == [thread] && own.map(\.verb) == [.confirmed] && own.allSatisfy(\.isOwn))
            #expect(own.map(\.gist) == ["Van at a yard"])
            // Elder is Alder's other account, a supervisor's: the same person put it forward.
            for name in ["cedar", "elder"] {
                let session = try await station.signIn(name)
                let form = try await station.form(session, thread)
                #expect(
                    await station.refusal { try await RecordStep(station.desk).perform(form, .checked) { _ in [] } }
                        == .notNow("need.review-due"), "\(name)")
            }
            let other = try await station.board("dogwood").reviews
            #expect(other.map(\.isOwn) == [false])
            let dogwood = try await station.signIn("dogwood")
            // Whoever has not opened the report as it stands records nothing.
            #expect(
                await station.refusal {
                    try await RecordStep(station.desk).perform(
                        StepForm(session: dogwood, thread: thread, version: 0), .checked
                    ) { _ in [] }
                } == .conflict)
            let form = try await station.form(dogwood, thread)
            _ = try await RecordStep(station.desk).perform(form, .checked) { _ in [] }
            #expect(try await station.board("dogwood").reviews.isEmpty)
            let view = try await station.view(station.signIn("dogwood"), thread)
            #expect(view.steps.last?.step.verb == .checked && view.facts.state == .decided && view.warnings.isEmpty)
        }
    }

    @Test("opening how a reporter can be reached is a signed step, and waits for the review by another")
    func identity() async throws {
        try await Station.on(.sqlite) { station in
            let cedar = try await station.signIn("cedar")
            let thread = try await station.report(
                "Words", ["contact": ["details"], "reach": ["07700 900123"]]
            ).thread
            _ = try await OpenReport(station.desk).perform(StepForm(session: cedar, thread: thread, version: 0))
            let contact = try await OpenContact(station.desk).perform(
                session: cedar, thread: thread, purpose: .danger, reason: "threat to life",
                proof: .typed(station.credentials("cedar")))
            #expect(contact.left[0].fields.value["reach"] == ["07700 900123"])
            let view = try await station.view(cedar, thread)
            #expect(view.steps.last?.step.verb == .identityOpened && view.warnings.isEmpty)
            #expect(view.steps.last?.step.body == .reason("danger: threat to life"))
            #expect(try await station.board("dogwood").reviews.map(\.verb) == [.identityOpened])
            let dogwood = try await station.signIn("dogwood")
            let form = try await station.form(dogwood, thread)
            _ = try await RecordStep(station.desk).perform(form, .checked) {
                $0.name == "remark" ? ["As it should be"] : []
            }
            #expect(try await station.board("cedar").reviews.isEmpty)
        }
    }

    @Test("R52: nothing of another compartment waits in the review")
    func compartments() async throws {
        try await Station.on(.sqlite) { station in
            let fir = try await station.signIn("fir")
            let thread = try await station.report(kind: .engagement).thread
            _ = try await OpenReport(station.desk).perform(StepForm(session: fir, thread: thread, version: 0))
            _ = try await ProposeNoAction(station.desk).perform(station.form(fir, thread), decision: Station.noAction)
            _ = try await SendBack(station.desk).perform(
                station.form(station.signIn("maple"), thread), reason: "Look again.")
            #expect(try await station.board("cedar").reviews.isEmpty)
            #expect(try await station.board("fir").reviews.map(\.verb) == [.sentBack])
        }
    }
}
