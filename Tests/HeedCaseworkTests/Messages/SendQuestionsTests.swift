import HeedCasework
import HeedCore
import HeedIntake
import HeedTestKit
import Testing

@Suite("Questions to a reporter")
struct SendQuestionsTests {
    @Test(
        "a round of approved questions reaches the holder of the code, and there is no second",
        arguments: Engine.available)
    func round(engine: Engine) async throws {
        try await Station.on(engine) { station in
            let (thread, code) = try await station.report()
            let alder = try await station.signIn("alder")
            _ = try await OpenReport(station.desk).perform(StepForm(session: alder, thread: thread, version: 0))
            let send = SendQuestions(station.desk)
            _ = try await send.perform(
                station.form(alder, thread), questions: ["vehicle-marked", "when-last"])
            let mailbox = try await OpenMailbox(station.intake).perform(code)
            #expect(mailbox.rounds.map(\.questions) == [["when-last", "vehicle-marked"]])
            #expect(
                await station.refusal {
                    try await send.perform(station.form(alder, thread), questions: ["when-last"])
                } == .notNow("need.round-left"))
            for wrong in [[], ["find-out-more"], ["when-last", "when-last"], Message.approved] {
                #expect(
                    await station.refusal {
                        try await send.perform(station.form(alder, thread), questions: wrong)
                    } == .notValid([FieldProblem(field: "questions", key: "problem.questions")]))
            }
        }
    }

    @Test("a family member and a child are not written to", arguments: ["relation", "under18"])
    func locked(field: String) async throws {
        try await Station.on(.sqlite) { station in
            let (thread, code) = try await station.report(
                "Words", [field: [field == "relation" ? "family" : "yes"]])
            let alder = try await station.signIn("alder")
            _ = try await OpenReport(station.desk).perform(StepForm(session: alder, thread: thread, version: 0))
            #expect(
                await station.refusal {
                    try await SendQuestions(station.desk).perform(
                        station.form(alder, thread), questions: ["when-last"])
                } == .notNow("need.messaging-open"))
            #expect(try await OpenMailbox(station.intake).perform(code).rounds.isEmpty)
        }
    }

    @Test("nobody is written to after 28 days")
    func late() async throws {
        try await Station.on(.sqlite) { station in
            let (thread, _) = try await station.report()
            var alder = try await station.signIn("alder")
            _ = try await OpenReport(station.desk).perform(StepForm(session: alder, thread: thread, version: 0))
            station.time.advance(seconds: 29 * 86_400)
            alder = try await station.signIn("alder")
            #expect(
                await station.refusal {
                    try await SendQuestions(station.desk).perform(
                        station.form(alder, thread), questions: ["when-last"])
                } == .notNow("need.thread-open"))
        }
    }
}
