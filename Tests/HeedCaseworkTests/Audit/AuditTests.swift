import HeedCasework
import HeedCore
import HeedKeyring
import HeedSQL
import HeedStore
import HeedTestKit
import HeedVault
import Testing

@Suite("No row, no action")
struct AuditTests {
    /// A desk whose audit rows cannot be written.
    private func mute(_ station: Station) -> Desk {
        struct Broken: Error {}
        return Desk(
            database: station.database, trust: station.desk.trust, sessions: station.desk.sessions,
            audit: AuditWriter(role: "desk") { _ in throw Broken() }, calendar: Force.calendar,
            clock: station.desk.clock, settings: station.desk.settings, gate: ScryptGate())
    }

    @Test("where the audit row cannot be written, nothing is done and nothing is shown", arguments: Engine.available)
    func noRow(engine: Engine) async throws {
        try await Station.on(engine) { station in
            let (thread, _) = try await station.report()
            let alder = try await station.signIn("alder")
            let desk = mute(station)
            let before = try await station.count("SELECT count(*) FROM audit")
            let form = StepForm(session: alder, thread: thread, version: 0)
            await #expect(throws: (any Error).self) { try await OpenReport(desk).perform(form) }
            await #expect(throws: (any Error).self) { try await OpenCase(desk).perform(session: alder, thread: thread) }
            await #expect(throws: (any Error).self) { try await Queue(desk).perform(session: alder) }
            for table in ["event", "extract WHERE version > 1", "wrap WHERE purpose = 'step'"] {
                #expect(try await station.count("SELECT count(*) FROM \(SQL(stringLiteral: table))") == 0)
            }
            #expect(try await station.count("SELECT count(*) FROM pending_leaf WHERE kind > 1") == 0)
            #expect(try await station.count("SELECT count(*) FROM thread WHERE status <> 'received'") == 0)
            #expect(try await station.count("SELECT count(*) FROM audit") == before)
        }
    }

    @Test(
        "an auditor reads who did what by handle, never a word, and that they read is written too",
        arguments: Engine.available)
    func reading(engine: Engine) async throws {
        try await Station.on(engine) { station in
            let (thread, _) = try await station.report("Marker narrative")
            let alder = try await station.signIn("alder")
            let gorse = try await station.signIn("gorse")
            try await station.research(thread, by: alder)
            _ = await station.refusal { try await station.view(alder, .random()) }
            let all = try await AuditReading(station.desk).perform(session: gorse)
            #expect(all.lines.contains { $0.verb == "step-taken" && $0.object == thread.handle && $0.actor == "alder" })
            #expect(all.lines.contains { $0.verb == "access-refused" })
            #expect(all.lines.contains { $0.verb == "audit-viewed" && $0.actor == "gorse" })
            #expect(!all.lines.contains { "\($0)".contains("Marker") || "\($0)".contains("yard") })
            let steps = try await AuditReading(station.desk).perform(
                session: gorse, filter: AuditFilter(verb: .stepTaken, actor: "alder"))
            #expect(steps.lines.count == 3)
            #expect(await station.refusal { try await AuditReading(station.desk).perform(session: alder) } == .notFound)
        }
    }

    @Test("pages of the audit follow on without a gap or a repeat")
    func paging() async throws {
        try await Station.on(.sqlite) { station in
            let gorse = try await station.signIn("gorse")
            let alder = try await station.signIn("alder")
            for _ in 0..<120 { _ = try await Queue(station.desk).perform(session: alder) }
            var seen: Set<String> = []
            var place: String?
            var lines = 0
            repeat {
                let page = try await AuditReading(station.desk).perform(
                    session: gorse, filter: AuditFilter(verb: .queueViewed), after: place)
                lines += page.lines.count
                seen.formUnion(page.lines.map { "\($0.writer) \($0.number)" })
                place = page.next
            } while place != nil
            #expect(lines == 120 && seen.count == 120)
        }
    }

    @Test("a page of the audit names its first row that does not follow, and looks at no row of another page")
    func pageFault() async throws {
        try await Station.on(.sqlite) { station in
            let gorse = try await station.signIn("gorse")
            for _ in 0..<AuditPage.size + 20 { _ = try await AuditReading(station.desk).perform(session: gorse) }
            #expect(try await AuditReading(station.desk).perform(session: gorse).firstBad == nil)
            try await station.database.write { db in
                try db.script("DROP TRIGGER audit_no_update")
                _ = try db.execute("UPDATE audit SET box = hash WHERE n = 3 AND writer LIKE 'desk%'")
            }
            let first = try await AuditReading(station.desk).perform(session: gorse)
            #expect(first.firstBad == nil)
            let second = try await AuditReading(station.desk).perform(session: gorse, after: first.next)
            #expect(second.firstBad?.hasPrefix("audit row 3 of desk") == true)
        }
    }

    @Test("the verifier names the first row that was changed", arguments: Engine.available)
    func verifier(engine: Engine) async throws {
        try await Station.on(engine) { station in
            _ = try await station.signIn("alder")
            #expect(try await VerifyAudit(station.database).perform().faults.isEmpty)
            guard engine == .sqlite else { return }
            try await station.database.write { db in
                try db.script("DROP TRIGGER audit_no_update")
                _ = try db.execute("UPDATE audit SET box = hash WHERE n = 1 AND writer LIKE 'desk%'")
            }
            #expect(try await VerifyAudit(station.database).perform().faults.map(\.number) == [1])
        }
    }
}
