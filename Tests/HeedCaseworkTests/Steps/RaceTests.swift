import Foundation
import HeedCasework
import HeedCore
import HeedKeyring
import HeedTestKit
import Testing

@Suite("Races")
struct RaceTests {
    /// Rounds in all; half of them authorise against refuse, half authorise against authorise.
    /// 200 where the long tests run, fewer where every build does.
    static let rounds = ProcessInfo.processInfo.environment["HEED_SOAK"] == nil ? 8 : 200

    @Test(
        "of two supervisors who answer at once, exactly one does", .timeLimit(.minutes(30)),
        arguments: Engine.available)
    func answers(engine: Engine) async throws {
        try await Station.on(engine) { station in
            let desk = station.desk
            var alder = try await station.signIn("alder")
            var cedar = try await station.signIn("cedar")
            var dogwood = try await station.signIn("dogwood")
            var refusals = 0
            for round in 0..<Self.rounds {
                if round % 40 == 39 {
                    alder = try await station.signIn("alder")
                    cedar = try await station.signIn("cedar")
                    dogwood = try await station.signIn("dogwood")
                }
                let (thread, _) = try await station.report("Round \(round)")
                try await station.research(thread, by: alder)
                try await station.propose(thread, by: "alder", alder)
                let first = try await Authorise(desk).prepare(station.form(cedar, thread), reason: "Yes.")
                let form = try await station.form(dogwood, thread)
                let second =
                    round.isMultiple(of: 2) ? try await Authorise(desk).prepare(form, reason: "Yes.") : nil
                let (cedarKeys, dogwoodKeys) = (station.credentials("cedar"), station.credentials("dogwood"))
                let (one, other) = (cedar, dogwood)
                async let a = station.refusal {
                    try await Authorise(desk).sign(session: one, token: first.token, credentials: cedarKeys)
                }
                async let b = station.refusal {
                    if let second {
                        return try await Authorise(desk).sign(
                            session: other, token: second.token, credentials: dogwoodKeys)
                    }
                    return try await Refuse(desk).perform(form, reason: "No.")
                }
                let outcomes = await [a, b]
                #expect(outcomes.count { $0 == nil } == 1, "round \(round): \(outcomes)")
                let view = try await station.view(alder, thread)
                #expect(view.steps.count { [.authorised, .refused].contains($0.step.verb) } == 1)
                #expect(view.warnings.isEmpty)
                if view.facts.state != .authorised { refusals += 1 }
            }
            print("races: \(Self.rounds) rounds, one answer each, \(refusals) of them a refusal")
        }
    }

    @Test("of two officers who open at once, one holds it and the other is told", arguments: Engine.available)
    func opening(engine: Engine) async throws {
        try await Station.on(engine) { station in
            let alder = try await station.signIn("alder")
            let birch = try await station.signIn("birch")
            for _ in 0..<20 {
                let (thread, _) = try await station.report()
                async let a = station.refusal {
                    try await OpenReport(station.desk).perform(StepForm(session: alder, thread: thread, version: 0))
                }
                async let b = station.refusal {
                    try await OpenReport(station.desk).perform(StepForm(session: birch, thread: thread, version: 0))
                }
                let outcomes = await [a, b]
                #expect(outcomes.count { $0 == nil } == 1 && outcomes.contains(.conflict))
            }
        }
    }

    @Test("additions by many at once are all kept, in an order without gaps", arguments: Engine.available)
    func additions(engine: Engine) async throws {
        try await Station.on(engine) { station in
            let (thread, _) = try await station.report()
            let alder = try await station.signIn("alder")
            let birch = try await station.signIn("birch")
            _ = try await OpenReport(station.desk).perform(StepForm(session: alder, thread: thread, version: 0))
            try await withThrowingTaskGroup(of: Void.self) { group in
                for index in 0..<12 {
                    group.addTask {
                        let form = StepForm(
                            session: index.isMultiple(of: 2) ? alder : birch, thread: thread, version: 0)
                        _ = try await AddResearch(station.desk).perform(form, record: Station.research)
                    }
                }
                try await group.waitForAll()
            }
            let view = try await station.view(alder, thread)
            #expect(view.steps.map(\.step.number) == Array(1...13))
            #expect(view.facts.researchCount == 12 && view.warnings.isEmpty)
        }
    }

    @Test(
        "of two saves from the same page the second is refused, and both texts can be shown",
        arguments: Engine.available)
    func conflict(engine: Engine) async throws {
        try await Station.on(engine) { station in
            let (thread, _) = try await station.report()
            let alder = try await station.signIn("alder")
            let birch = try await station.signIn("birch")
            _ = try await OpenReport(station.desk).perform(StepForm(session: alder, thread: thread, version: 0))
            let (mine, theirs) = (try await station.form(alder, thread), try await station.form(birch, thread))
            var high = Station.triage
            high.risk = "high"
            _ = try await Triage(station.desk).perform(theirs, assessment: high)
            #expect(
                await station.refusal {
                    try await Triage(station.desk).perform(mine, assessment: Station.triage)
                } == .conflict)
            let saved = try await station.view(alder, thread).steps(after: mine.version)
            #expect(saved.map(\.step.body) == [.triage(high)])
        }
    }
}
