import HeedCasework
import HeedCore
import HeedIntake
import HeedTestKit
import HeedVault
import Testing

@Suite("Words to a reporter")
struct MessageTests {
    private static let words = "Was the van there on the Monday? Please keep watching."

    private func opened(_ station: Station, _ more: [String: [String]] = [:]) async throws -> (RecordID, Mailboxed) {
        let (thread, code) = try await station.report("A grey van stops behind the mill.", more)
        let alder = try await station.signIn("alder")
        _ = try await OpenReport(station.desk).perform(StepForm(session: alder, thread: thread, version: 0))
        return (thread, Mailboxed(code: code, alder: alder))
    }

    private struct Mailboxed {
        let code: ReporterCode
        let alder: String
    }

    @Test(
        "words reach the holder of the code only once another person has signed exactly them, marks included",
        arguments: Engine.available)
    func twoPersons(engine: Engine) async throws {
        try await Station.on(engine) { station in
            let (thread, who) = try await opened(station)
            let proposed = try await station.proposeMessage(thread, by: "alder", who.alder, words: Self.words)
            guard case .message(let message) = proposed.body else { throw Refusal.notFound }
            #expect(message.marked == ["keep watching"] && message.reporterLanguage == "en")
            #expect(try await OpenMailbox(station.intake).perform(who.code).rounds.isEmpty)

            // The writer's second account is one person too.
            let elder = try await station.signIn("elder")
            let form = try await station.form(elder, thread)
            #expect(
                await station.refusal { try await SignMessage(station.desk).prepare(form) }
                    == .notAllowed("need.another-person"))
            let cedar = try await station.signIn("cedar")
            try await station.signMessage(thread, by: "cedar", cedar)
            let mailbox = try await OpenMailbox(station.intake).perform(who.code)
            #expect(mailbox.rounds.map(\.words) == [Self.words])
            #expect(mailbox.standing == .question)
            let view = try await station.view(cedar, thread)
            #expect(view.warnings.isEmpty && view.facts.drift.rounds == 1 && view.replies == 0)
            let statements = view.steps.filter { [.messageProposed, .messageSigned].contains($0.step.verb) }
            #expect(Set(statements.map(\.step.person)).count == 2)

            try await station.followUp("On the Monday, yes.", who.code)
            #expect(try await station.view(cedar, thread).replies == 1)
        }
    }

    @Test("a refusal sends nothing and stays, and the writer may take words back")
    func refused() async throws {
        try await Station.on(.sqlite) { station in
            let (thread, who) = try await opened(station)
            try await station.proposeMessage(thread, by: "alder", who.alder, words: Self.words)
            let cedar = try await station.signIn("cedar")
            #expect(
                await station.refusal {
                    try await RefuseMessage(station.desk).perform(station.form(cedar, thread), reason: " ")
                } == .notValid([FieldProblem(field: "reason", key: "problem.reason.empty")]))
            _ = try await RefuseMessage(station.desk).perform(station.form(cedar, thread), reason: "It sets a task.")
            try await station.proposeMessage(thread, by: "alder", who.alder, words: "Was it there on the Monday?")
            _ = try await WithdrawMessage(station.desk).perform(station.form(who.alder, thread), reason: "")
            #expect(try await OpenMailbox(station.intake).perform(who.code).rounds.isEmpty)
            let view = try await station.view(cedar, thread)
            #expect(view.warnings.isEmpty && view.facts.drift.waiting == nil && view.facts.drift.rounds == 0)
            #expect(
                view.steps.map(\.step.verb).suffix(4) == [
                    .messageProposed, .messageRefused, .messageProposed, .messageWithdrawn,
                ])
        }
    }

    @Test("what changed after the words were shown is not signed over, and nothing is sent twice")
    func moved() async throws {
        try await Station.on(.sqlite) { station in
            let (thread, who) = try await opened(station)
            try await station.proposeMessage(thread, by: "alder", who.alder, words: Self.words)
            let cedar = try await station.signIn("cedar")
            let shown = try await SignMessage(station.desk).prepare(station.form(cedar, thread))
            _ = try await AddNote(station.desk).perform(station.form(who.alder, thread), text: "Wait.")
            #expect(
                await station.refusal {
                    try await SignMessage(station.desk).sign(
                        session: cedar, token: shown.token, credentials: station.credentials("cedar"))
                } == .conflict)
            #expect(try await OpenMailbox(station.intake).perform(who.code).rounds.isEmpty)
            try await station.signMessage(thread, by: "cedar", cedar)
            #expect(
                await station.refusal {
                    try await SignMessage(station.desk).prepare(station.form(cedar, thread))
                } == .notAllowed("need.another-person"))
        }
    }

    @Test("nothing to say, too much, and questions that nobody approved are not put forward")
    func problems() async throws {
        try await Station.on(.sqlite) { station in
            let (thread, who) = try await opened(station)
            let form = try await station.form(who.alder, thread)
            let cases: [([String], String, FieldProblem)] = [
                ([], " \n", FieldProblem(field: "words", key: "problem.words.empty")),
                ([], String(repeating: "a", count: 1_001), FieldProblem(field: "words", key: "problem.words.too-long")),
                (["find-out"], "Words", FieldProblem(field: "question", key: "problem.questions")),
            ]
            for (questions, words, problem) in cases {
                #expect(
                    await station.refusal {
                        try await ProposeMessage(station.desk).prepare(form, questions: questions, words: words)
                    } == .notValid([problem]))
            }
        }
    }

    @Test(
        "a relation is not written to until the source unit's word is recorded by another person, and then for one round",
        arguments: Engine.available)
    func locked(engine: Engine) async throws {
        try await Station.on(engine) { station in
            let (thread, who) = try await opened(station, ["relation": ["family"]])
            let before = try await station.view(who.alder, thread)
            #expect(before.facts.drift.lock == .relation && before.clocks.contains { $0.name == .review })
            #expect(
                await station.refusal {
                    try await ProposeMessage(station.desk).prepare(
                        station.form(who.alder, thread), questions: [], words: Self.words)
                } == .notNow("need.messaging-open"))
            try await station.record(.reviewAsked, who.alder, thread)
            let elder = try await station.signIn("elder")
            #expect(
                await station.refusal {
                    try await station.reviewSource(thread, by: "elder", elder, "cleared")
                } == .notAllowed("need.another-person"))
            let cedar = try await station.signIn("cedar")
            try await station.reviewSource(thread, by: "cedar", cedar, "cleared")
            let cleared = try await station.view(cedar, thread)
            #expect(cleared.warnings.isEmpty && cleared.facts.drift.lock == nil)
            #expect(!cleared.clocks.contains { $0.name == .review })
            try await station.proposeMessage(thread, by: "alder", who.alder, words: "Was it there on the Monday?")
            try await station.signMessage(thread, by: "cedar", cedar)
            #expect(try await OpenMailbox(station.intake).perform(who.code).rounds.count == 1)
            #expect(try await station.view(cedar, thread).facts.drift.lock == .relation)
        }
    }

    @Test("a review that was left out for too long stands under ALARM for whoever may record it")
    func alarm() async throws {
        try await Station.on(.sqlite) { station in
            let (thread, who) = try await opened(station, ["under18": ["yes"]])
            _ = try await Triage(station.desk).perform(station.form(who.alder, thread), assessment: Station.triage)
            station.time.advance(seconds: 5 * 86_400)
            let cedar = try await station.signIn("cedar")
            let rows = try await Queue(station.desk).perform(session: cedar, filter: QueueFilter()).rows
            #expect(rows.first { $0.thread == thread }?.group == .alarm)
        }
    }
}
