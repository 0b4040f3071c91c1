import HeedCasework
import HeedCore
import HeedKeyring
import HeedSQL
import HeedStore
import HeedTestKit
import Testing

@Suite("Speaking to the public")
struct PublishNoticeTests {
    private func draft(_ station: Station, to end: Seconds = 3_600) -> NoticeDraft {
        let now = Instant(milliseconds: station.time.milliseconds)
        return NoticeDraft(
            kind: .incident, words: ["en": NoticeWords(title: "Marker title", text: "Words", act: "Stay away")],
            start: now, end: now + end)
    }

    private func bulletin(_ station: Station) async throws -> Bulletin {
        let now = Instant(milliseconds: station.time.milliseconds)
        return try await station.database.read { db in try db.bulletin(at: now) }
    }

    @Test("what is published stands, what is withdrawn does not, each with an audit row", arguments: Engine.available)
    func publish(engine: Engine) async throws {
        try await Station.on(engine) { station in
            let kelp = try await station.signIn("kelp")
            #expect(try await PublishNotice(station.desk).perform(session: kelp, draft: draft(station)) == 1)
            #expect(try await PublishNotice(station.desk).perform(session: kelp, draft: draft(station)) == 2)
            let standing = try await bulletin(station)
            #expect(standing.version == 2 && standing.notices.map(\.kind) == [.incident, .incident])
            let first = standing.notices[0].id
            #expect(try await WithdrawNotice(station.desk).perform(session: kelp, notice: first) == 3)
            #expect(try await bulletin(station).notices.map(\.version) == [2])
            let again = await station.refusal {
                try await WithdrawNotice(station.desk).perform(session: kelp, notice: first)
            }
            #expect(again == .notFound)
            let sheet = try await NoticeBook(station.desk).read(session: kelp)
            #expect(sheet.entries.map(\.isWithdrawn) == [false, true] && sheet.version == 3 && sheet.shown == 0)
            let gorse = try await station.signIn("gorse")
            let lines = try await AuditReading(station.desk).perform(session: gorse).lines.filter { $0.actor == "kelp" }
            let done = lines.map { "\($0.verb) \($0.object) \($0.reason)" }
            #expect(done.contains("notice-withdrawn \(first.handle) incident"))
            #expect(done.count { $0.hasPrefix("notice-published") } == 2)
            #expect(!done.contains { $0.contains("Marker") })
        }
    }

    @Test("what is over cannot be withdrawn any more")
    func over() async throws {
        try await Station.on(.sqlite) { station in
            let kelp = try await station.signIn("kelp")
            _ = try await PublishNotice(station.desk).perform(session: kelp, draft: draft(station, to: 5))
            let id = try await bulletin(station).notices[0].id
            station.time.advance(seconds: 5)
            let late = await station.refusal {
                try await WithdrawNotice(station.desk).perform(session: kelp, notice: id)
            }
            #expect(late == .notFound)
            #expect(try await bulletin(station).version == 1)
        }
    }

    @Test("a threat level is set with its day, and taken off", arguments: Engine.available)
    func threat(engine: Engine) async throws {
        try await Station.on(engine) { station in
            let kelp = try await station.signIn("kelp")
            let today = CalendarDay(Instant(milliseconds: station.time.milliseconds))
            let set = SetThreatLevel(station.desk)
            let reading = ThreatReading(level: .severe, asOf: today)
            #expect(try await set.perform(session: kelp, reading: reading) == 1)
            #expect(try await bulletin(station).threat == reading)
            for day in [today.start + 86_400, today.start + -14 * 86_400] {
                let wrong = ThreatReading(level: .low, asOf: CalendarDay(day))
                #expect(
                    await station.refusal { try await set.perform(session: kelp, reading: wrong) }
                        == .notValid([FieldProblem(field: "as_of", key: "notice.problem.as-of")]))
            }
            let oldest = ThreatReading(level: .low, asOf: CalendarDay(today.start + -13 * 86_400))
            #expect(try await set.perform(session: kelp, reading: oldest) == 2)
            #expect(try await set.perform(session: kelp, reading: nil) == 3)
            #expect(try await bulletin(station).threat == nil)
        }
    }

    @Test("nobody else speaks for the force, and that they tried is written")
    func right() async throws {
        try await Station.on(.sqlite) { station in
            let desk = station.desk
            for (name, _, role) in Force.people where role != .communications {
                let session = try await station.signIn(name)
                let refusals = [
                    await station.refusal {
                        try await PublishNotice(desk).perform(session: session, draft: draft(station))
                    },
                    await station.refusal {
                        try await WithdrawNotice(desk).perform(session: session, notice: .random())
                    },
                    await station.refusal { try await SetThreatLevel(desk).perform(session: session, reading: nil) },
                    await station.refusal { try await NoticeBook(desk).read(session: session) },
                ]
                #expect(refusals == Array(repeating: .notFound, count: 4), "\(name)")
            }
            #expect(try await bulletin(station) == Bulletin())
            let gorse = try await station.signIn("gorse")
            let lines = try await AuditReading(desk).perform(
                session: gorse, filter: AuditFilter(verb: .accessRefused, actor: "iris"))
            #expect(lines.lines.count == 4)
        }
    }

    @Test("what breaks a rule is refused by the action itself, whatever a page has asked")
    func rules() async throws {
        try await Station.on(.sqlite) { station in
            let kelp = try await station.signIn("kelp")
            var wrong = draft(station)
            wrong.words["en"] = NoticeWords(title: "", text: "Words", act: "Stay away")
            #expect(
                await station.refusal { try await PublishNotice(station.desk).perform(session: kelp, draft: wrong) }
                    == .notValid([FieldProblem(field: "title-en", key: "notice.problem.title-empty")]))
            for _ in 0..<NoticeRules.most {
                _ = try await PublishNotice(station.desk).perform(session: kelp, draft: draft(station))
            }
            #expect(
                await station.refusal {
                    try await PublishNotice(station.desk).perform(session: kelp, draft: draft(station))
                } == .notValid([FieldProblem(field: "start", key: "notice.problem.full")]))
            #expect(try await bulletin(station).version == NoticeRules.most)
        }
    }

    @Test("where the audit row cannot be written, nothing is published or taken back", arguments: Engine.available)
    func oneTransaction(engine: Engine) async throws {
        try await Station.on(engine) { station in
            struct Broken: Error {}
            let kelp = try await station.signIn("kelp")
            _ = try await PublishNotice(station.desk).perform(session: kelp, draft: draft(station))
            let before = try await bulletin(station)
            let mute = Desk(
                database: station.database, trust: station.desk.trust, sessions: station.desk.sessions,
                audit: AuditWriter(role: "desk") { _ in throw Broken() }, calendar: Force.calendar,
                clock: station.desk.clock, settings: station.desk.settings, gate: ScryptGate())
            let draft = draft(station)
            await #expect(throws: (any Error).self) {
                try await PublishNotice(mute).perform(session: kelp, draft: draft)
            }
            await #expect(throws: (any Error).self) {
                try await WithdrawNotice(mute).perform(session: kelp, notice: before.notices[0].id)
            }
            await #expect(throws: (any Error).self) {
                try await SetThreatLevel(mute).perform(session: kelp, reading: nil)
            }
            #expect(try await bulletin(station) == before)
        }
    }

    @Test("changes made at once each get a number of their own", arguments: Engine.available)
    func race(engine: Engine) async throws {
        try await Station.on(engine) { station in
            let kelp = try await station.signIn("kelp")
            let versions = try await withThrowingTaskGroup(of: Int.self) { group in
                for _ in 0..<8 {
                    group.addTask { try await SetThreatLevel(station.desk).perform(session: kelp, reading: nil) }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(versions.sorted() == Array(1...8))
        }
    }
}
