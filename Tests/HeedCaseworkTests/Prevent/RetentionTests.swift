import HeedCasework
import HeedCore
import HeedKeyring
import HeedTestKit
import Testing

@Suite("Retention of concerns about a person")
struct RetentionTests {
    private func closed(_ station: Station, child: String) async throws -> RecordID {
        let fir = try await station.signIn("fir")
        let thread = try await station.report(kind: .prevent).thread
        _ = try await OpenReport(station.desk).perform(StepForm(session: fir, thread: thread, version: 0))
        try await station.record(.screened, fir, thread, ["danger_now": "no", "child": child])
        try await station.record(.weighed, fir, thread, ["fits": "nothing"])
        _ = try await ProposeNoAction(station.desk).perform(station.form(fir, thread), decision: Station.noAction)
        let maple = try await station.signIn("maple")
        _ = try await Confirm(station.desk).perform(station.form(maple, thread), reason: "")
        _ = try await Close(station.desk).perform(station.form(maple, thread))
        return thread
    }

    @Test(
        "a child with no concern is due after 12 months and each year, others after six years",
        arguments: Engine.available)
    func due(engine: Engine) async throws {
        try await Station.on(engine) { station in
            let child = try await closed(station, child: "yes")
            let adult = try await closed(station, child: "no")
            let day: Seconds = 86_400
            let start = Instant(seconds: station.time.seconds)
            try await station.move(to: start + 364 * day)
            #expect(try await station.board("fir").retention.isEmpty)
            try await station.move(to: start + 366 * day)
            #expect(try await station.board("fir").retention.map(\.thread) == [child])
            #expect(try await station.board("cedar").retention.isEmpty)
            let fir = try await station.signIn("fir")
            try await station.record(.retained, fir, child, ["purpose_kept": "risk"])
            #expect(try await station.board("maple").retention.isEmpty)
            let view = try await station.view(fir, adult)
            let rule = PreventRetention()
            let due = try #require(rule.due(view.facts, view.steps.map(\.step)))
            #expect(due > start + 2_189 * day && due < start + 2_191 * day)
        }
    }

    @Test("what is due rings on every page of whoever may decide it, and of nobody else")
    func rings() async throws {
        try await Station.on(.sqlite) { station in
            func rings(_ name: String, _ session: String? = nil) async throws -> Int {
                let officer = try #require(Officer(Force.enrolled(name).certificate))
                let open = if let session { session } else { try await station.signIn(name) }
                return try await RetentionWatch(station.desk).count(session: open, of: officer)
            }
            let child = try await closed(station, child: "yes")
            _ = try await closed(station, child: "no")
            #expect(try await rings("fir") == 0)
            try await station.move(to: Instant(seconds: station.time.seconds) + 366 * 86_400)
            #expect(try await rings("fir") == 1)
            for name in ["cedar", "alder", "juniper", "hazel"] { #expect(try await rings(name) == 0, "\(name)") }
            // Whoever proposed that it goes waits for another; who decides hears no more of it at once.
            let fir = try await station.signIn("fir")
            #expect(try await rings("fir", fir) == 1)
            try await station.record(.disposalProposed, fir, child)
            #expect(try await rings("fir", fir) == 0)
            let maple = try await station.signIn("maple")
            #expect(try await rings("maple", maple) == 1)
            try await station.record(.disposalAgreed, maple, child)
            #expect(try await rings("maple", maple) == 0)
        }
    }

    @Test("erasure is proposed by one and agreed to by another; that decides, and erases nothing")
    func disposal() async throws {
        try await Station.on(.sqlite) { station in
            let child = try await closed(station, child: "unclear")
            try await station.move(to: Instant(seconds: station.time.seconds) + 366 * 86_400)
            let fir = try await station.signIn("fir")
            try await station.record(.disposalProposed, fir, child)
            #expect(try await station.board("maple").retention.map(\.isProposed) == [true])
            let again = try await station.signIn("fir")
            let own = await station.refusal { try await station.record(.disposalAgreed, again, child) }
            #expect(own == .notNow("need.disposal-by-another"))
            let maple = try await station.signIn("maple")
            try await station.record(.disposalAgreed, maple, child)
            #expect(try await station.board("maple").retention.isEmpty)
            #expect(try await station.view(station.signIn("maple"), child).steps.last?.step.verb == .disposalAgreed)
        }
    }
}
