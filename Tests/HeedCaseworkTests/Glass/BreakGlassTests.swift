import HeedCasework
import HeedCore
import HeedKeyring
import HeedSQL
import HeedStore
import HeedTestKit
import HeedVault
import Testing

@Suite("Break-glass")
struct BreakGlassTests {
    private func breakIt(_ name: String, _ thread: RecordID, _ station: Station) async throws -> String {
        let session = try await station.signIn(name)
        let shown = try await BreakGlass(station.desk).prepare(
            try await station.form(session, thread), reason: "Nobody answers, and it cannot wait")
        _ = try await SignPrepared(station.desk).perform(
            session: session, token: shown.token, passphrase: Force.passphrase,
            secretCode: Force.enrolled(name).secretCode.grouped, totp: station.code(name))
        return session
    }

    @Test(
        "R54: signed, told to the holder, over after a day, and reviewed by another supervisor",
        arguments: Engine.available)
    func whole(engine: Engine) async throws {
        try await Station.on(engine) { station in
            let (thread, _) = try await station.report()
            let alder = try await station.signIn("alder")
            try await station.research(thread, by: alder)
            let birch = try await breakIt("birch", thread, station)
            let view = try await station.view(birch, thread)
            #expect(view.facts.holder?.username == "alder")
            #expect(view.verdicts[.proposed] == .allowed && view.verdicts[.glassEnded] == .allowed)
            let told = try await GlassWatch(station.desk).entries(session: alder)
            #expect(told.map(\.isOnMine) == [true] && told[0].runs && told[0].glass.username == "birch")
            #expect(try await GlassWatch(station.desk).entries(session: birch).map(\.isMine) == [true])
            #expect(try await station.count("SELECT count(*) FROM event WHERE verb = 'glass-broken'") == 1)

            station.time.advance(seconds: 24 * 3_600)
            let late = try await station.signIn("birch")
            #expect(try await station.view(late, thread).verdicts[.proposed] == .needs([.holding]))
            let cedar = try await station.signIn("cedar")
            let waiting = try await GlassWatch(station.desk).entries(session: cedar)
            #expect(waiting.map(\.isToReview) == [true] && !waiting[0].runs)
            let form = try await station.form(cedar, thread)
            #expect(
                await station.refusal {
                    try await RecordStep(station.desk).perform(form, .glassReviewed) { _ in [" "] }
                } == .notValid([FieldProblem(field: "opinion", key: "problem.opinion.empty")]))
            _ = try await RecordStep(station.desk).perform(form, .glassReviewed) { _ in ["It was needed"] }
            #expect(try await GlassWatch(station.desk).entries(session: cedar).isEmpty)
            let again = try await station.form(cedar, thread)
            #expect(
                await station.refusal {
                    try await RecordStep(station.desk).perform(again, .glassReviewed) { _ in ["Once more"] }
                } == .notNow("need.glass-to-review"))
        }
    }

    @Test(
        "R54: in every compartment, by one of its own, and nobody else is told of it",
        arguments: ReportKind.allCases)
    func everyKind(kind: ReportKind) async throws {
        try await Station.on(.sqlite) { station in
            let (first, second, stranger) = Station.team(of: kind)
            let (thread, _) = try await station.report(kind: kind)
            let holder = try await station.signIn(first)
            _ = try await OpenReport(station.desk).perform(StepForm(session: holder, thread: thread, version: 0))
            let other = try await station.signIn(second)
            #expect(try await station.view(other, thread).verdicts[.noActionProposed] != .allowed)
            let breaking = try await breakIt(second, thread, station)
            let facts = try await station.view(breaking, thread).facts
            #expect(facts.holder?.username == first && facts.glasses.map(\.username) == [second])
            let told = try await GlassWatch(station.desk).entries(session: holder)
            #expect(told.map(\.isOnMine) == [true] && told.map(\.runs) == [true])
            _ = try await BreakGlass(station.desk).end(StepForm(session: breaking, thread: thread, version: -1))
            #expect(try await GlassWatch(station.desk).entries(session: breaking).map(\.isToReview) == [false])
            let outsider = try await station.signIn(stranger)
            #expect(try await GlassWatch(station.desk).entries(session: outsider).isEmpty)
            let unknown = await station.refusal {
                try await FindByHandle(station.desk).perform(session: outsider, typed: thread.handle)
            }
            #expect(unknown == .notValid([FieldProblem(field: "handle", key: "problem.handle.unknown")]))
        }
    }

    @Test("a statement shown while it ran is not signed when it is over", arguments: Engine.available)
    func shownBefore(engine: Engine) async throws {
        try await Station.on(engine) { station in
            let (thread, _) = try await station.report()
            try await station.research(thread, by: try await station.signIn("alder"))
            let birch = try await breakIt("birch", thread, station)
            let shown = try await ActFirst(station.desk).prepare(
                try await station.form(birch, thread),
                proposal: Proposal(act: "Send a patrol", why: "Now", research: [], riskToReporter: "", validHours: 24))
            let form = StepForm(session: birch, thread: thread, version: -1)
            _ = try await BreakGlass(station.desk).end(form)
            let refused = await station.refusal {
                try await SignPrepared(station.desk).perform(
                    session: birch, token: shown.token, passphrase: Force.passphrase,
                    secretCode: Force.enrolled("birch").secretCode.grouped, totp: station.code("birch"))
            }
            #expect(refused == .conflict)
            #expect(try await station.view(birch, thread).verdicts[.actedFirst] == .needs([.holding]))
        }
    }

    @Test("a handle of another compartment is one that was never given out", arguments: Engine.available)
    func unreached(engine: Engine) async throws {
        try await Station.on(engine) { station in
            let (concern, _) = try await station.report(kind: .prevent)
            let (thread, _) = try await station.report()
            let birch = try await station.signIn("birch")
            let unknown = Refusal.notValid([FieldProblem(field: "handle", key: "problem.handle.unknown")])
            for typed in [concern.handle, RecordID.random().handle, "", "no handle"] {
                let refused = await station.refusal {
                    try await FindByHandle(station.desk).perform(session: birch, typed: typed)
                }
                #expect(refused == unknown, "\(typed)")
            }
            let found = try await FindByHandle(station.desk).perform(
                session: birch, typed: thread.handle.lowercased())
            #expect(found == thread)
        }
    }
}
