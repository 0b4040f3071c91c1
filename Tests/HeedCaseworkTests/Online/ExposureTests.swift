import HeedCasework
import HeedCore
import HeedKeyring
import HeedSQL
import HeedTestKit
import HeedVault
import Testing

@Suite("Looks at online material, counted")
struct ExposureTests {
    /// Reports of something online, opened and so held by the session's officer.
    private func opened(_ count: Int, by session: String, _ station: Station) async throws -> [RecordID] {
        var threads: [RecordID] = []
        for number in 0..<count {
            let links = ["links": ["https://example.invalid/\(number)"]]
            let (thread, _) = try await station.report("", kind: .online, links)
            _ = try await OpenReport(station.desk).perform(StepForm(session: session, thread: thread, version: 0))
            threads.append(thread)
        }
        return threads
    }

    private func look(_ session: String, _ thread: RecordID, _ station: Station) async throws {
        try await station.record(.looked, session, thread, ["look_as": "stills"])
    }

    private func looks(_ station: Station, by person: String = "p1") async throws -> Int {
        try await station.count("SELECT count(*) FROM event WHERE verb = 'looked' AND person = \(person)")
    }

    private let spent: Refusal = .notNow("need.look-left")

    @Test(
        "a day has so many looks, over all reports; the next day has as many, and others' are their own",
        arguments: Engine.available)
    func cap(engine: Engine) async throws {
        try await Station.on(engine) { station in
            let alder = try await station.signIn("alder")
            let threads = try await opened(2, by: alder, station)
            for number in 0..<Exposure.mostADay { try await look(alder, threads[number % 2], station) }
            for thread in threads {
                #expect(await station.refusal { try await look(alder, thread, station) } == spent)
            }
            #expect(try await looks(station) == Exposure.mostADay)
            // Elder is Alder's other account: one person, one count.
            let elder = try await station.signIn("elder")
            #expect(await station.refusal { try await look(elder, threads[0], station) } == spent)
            let birch = try await station.signIn("birch")
            try await look(birch, threads[0], station)
            let own = try await OwnAccount(station.desk).view(session: alder).exposure
            #expect(own?.today == Exposure.mostADay && own?.week == Exposure.mostADay)
            #expect(try await OwnAccount(station.desk).view(session: birch).exposure?.today == 1)
            #expect(try await OwnAccount(station.desk).view(session: station.signIn("fir")).exposure == nil)

            try await station.move(to: Instant(seconds: Int64(station.time.seconds) + 86_400))
            let next = try await station.signIn("alder")
            try await look(next, threads[0], station)
            let tomorrow = try await OwnAccount(station.desk).view(session: next).exposure
            #expect(tomorrow?.today == 1 && tomorrow?.week == Exposure.mostADay + 1)
            #expect(tomorrow?.since == Instant(seconds: Int64(Force.t0) + 4 * 86_400))
            try await station.move(to: Instant(seconds: Int64(station.time.seconds) + 6 * 86_400))
            let later = try await OwnAccount(station.desk).view(session: station.signIn("alder")).exposure
            #expect(later?.today == 0 && later?.week == 1, "the seventh day back is out of the seven")
        }
    }

    @Test("two tabs at two reports take the last look of the day once", arguments: Engine.available)
    func race(engine: Engine) async throws {
        try await Station.on(engine) { station in
            let alder = try await station.signIn("alder")
            let threads = try await opened(6, by: alder, station)
            for _ in 1..<Exposure.mostADay { try await look(alder, threads[0], station) }
            // Every tab has read that one look is left before any of them is sent.
            let forms = try await threads.asyncMap { try await station.form(alder, $0) }
            let outcomes = await withTaskGroup(of: Refusal?.self, returning: [Refusal?].self) { group in
                for form in forms {
                    group.addTask {
                        await station.refusal {
                            try await RecordStep(station.desk).perform(form, .looked) { field in
                                [field.name == "look_as" ? "stills" : "To tell news from praise."]
                            }
                        }
                    }
                }
                return await group.reduce(into: []) { $0.append($1) }
            }
            #expect(outcomes.count { $0 == nil } == 1, "\(outcomes)")
            #expect(outcomes.count { $0 == spent } == forms.count - 1, "\(outcomes)")
            #expect(try await looks(station) == Exposure.mostADay)
        }
    }

    @Test(
        "at the cap another person allows the holder one look on that report, and no more come of it",
        arguments: Engine.available)
    func allowed(engine: Engine) async throws {
        try await Station.on(engine) { station in
            let alder = try await station.signIn("alder")
            let threads = try await opened(2, by: alder, station)
            for _ in 0..<Exposure.mostADay { try await look(alder, threads[0], station) }
            let elder = try await station.signIn("elder")
            #expect(
                await station.refusal { try await station.record(.lookAllowed, elder, threads[0]) }
                    == .notNow("need.look-to-allow"))
            let cedar = try await station.signIn("cedar")
            try await station.record(.lookAllowed, cedar, threads[0])
            #expect(
                await station.refusal { try await look(alder, threads[1], station) } == spent, "not on another report")
            let birch = try await station.signIn("birch")
            try await look(birch, threads[0], station)
            try await look(alder, threads[0], station)
            #expect(await station.refusal { try await look(alder, threads[0], station) } == spent)
            #expect(try await looks(station) == Exposure.mostADay + 1)
        }
    }

    @Test("saying that a description is enough records nothing and counts nothing; a description needs no look")
    func described() async throws {
        try await Station.on(.sqlite) { station in
            let alder = try await station.signIn("alder")
            let thread = try await opened(1, by: alder, station)[0]
            #expect(
                await station.refusal {
                    try await station.record(.looked, alder, thread, ["look_as": "description"])
                } == .notValid([FieldProblem(field: "look_as", key: "problem.look_as.description")]))
            try await station.record(.described, alder, thread, ["description": "A speaker praises an attack."])
            #expect(try await station.count("SELECT count(*) FROM event WHERE verb = 'looked'") == 0)
            let birch = try await station.signIn("birch")
            _ = try await AssessOnline(station.desk).perform(
                station.form(birch, thread),
                assessment: OnlineAssessment(
                    view: .unlawful, offences: [.encouragement], why: "As it is described.", gist: "A speech"))
            #expect(try await station.view(birch, thread).facts.state == .assessed)
        }
    }
}

extension Array {
    fileprivate func asyncMap<Value>(_ body: (Element) async throws -> Value) async throws -> [Value] {
        var made: [Value] = []
        for element in self { made.append(try await body(element)) }
        return made
    }
}
