import HeedCasework
import HeedCore
import HeedSQL
import HeedTestKit
import Synchronization
import Testing

@Suite("A partner's answer that nobody has read")
struct UnreadAnswerTests {
    private func dog(_ station: Station, _ board: AlarmBoard, _ clocks: ForceClocks = .declared) -> Watchdog {
        let time = station.time
        return Watchdog(database: station.database, board: board, clocks: clocks, clock: station.desk.clock) {
            Int(time.seconds)
        }
    }

    private func read(_ station: Station, _ session: String, _ thread: RecordID) async throws {
        let view = try await station.view(session, thread)
        let id = try #require(view.partners.flatMap(\.answers).first { $0.read == nil }?.id)
        _ = try await ReadPartnerAnswer(station.desk).perform(station.form(session, thread), answer: id)
    }

    @Test(
        "rings with nobody signed in once its time is over, for its own team, until a step reads it",
        arguments: Engine.available)
    func rings(engine: Engine) async throws {
        try await Station.on(engine) { station in
            let (thread, fir) = try await station.screened()
            let code = try await station.ask(fir, thread)
            let board = AlarmBoard()
            let dog = dog(station, board)
            try await dog.look()
            #expect(board.all == AlarmBoard.Counts())
            try await station.answer(code)
            try await dog.look()
            // Whether the case is urgent is sealed: it is taken to be.
            #expect(board.all == AlarmBoard.Counts(unopened: 1, left: 3_600))
            station.time.advance(seconds: 3_600)
            try await dog.look()
            #expect(board.counts(in: [.prevent]).needsEyes == 1)
            #expect(board.counts(in: [.activity, .online, .protect]) == AlarmBoard.Counts())

            // What a partner said by telephone is recorded under the same verb, and reads nothing.
            let later = try await station.signIn("fir")
            try await station.record(.partnerAnswered, later, thread)
            try await dog.look()
            #expect(board.all.needsEyes == 1)
            try await read(station, later, thread)
            try await dog.look()
            #expect(board.all == AlarmBoard.Counts())
            // A second answer rings anew.
            try await station.answer(code, .told, "He came back.")
            try await dog.look()
            #expect(board.all.unopened == 1)
        }
    }

    @Test("pages whoever is on duty, with nothing of it, and stops when it is read")
    func pages() async throws {
        try await Station.on(.sqlite) { station in
            let (thread, fir) = try await station.screened()
            try await station.answer(try await station.ask(fir, thread))
            let sent = Mutex<[Destination]>([])
            let rota = """
                {"people": {"4001": ["mailto:night@example.org"]},
                 "teams": {"prevent": {"slots": [], "supervisors": ["4001"]}}}
                """
            let pager = Pager(board: station.desk.alarms, book: try RotaBook(Array(rota.utf8))) { destination in
                sent.withLock { $0.append(destination) }
            }
            func look(after seconds: Seconds) async {
                for task in await pager.look(at: station.desk.clock.now() + seconds) { await task.value }
            }
            // After a restart nobody knows how long it has waited.
            try await dog(station, station.desk.alarms).look()
            await look(after: 0)
            #expect(sent.withLock { $0 } == [.mail("night@example.org")])
            try await read(station, fir, thread)
            #expect(station.desk.alarms.all == AlarmBoard.Counts())
            await look(after: 3_600)
            #expect(sent.withLock(\.count) == 1)
        }
    }

    @Test("what was read is never unread: the store refuses it", arguments: Engine.available)
    func stays(engine: Engine) async throws {
        try await Station.on(engine) { station in
            let (thread, fir) = try await station.screened()
            try await station.answer(try await station.ask(fir, thread))
            #expect(try await station.count("SELECT is_read FROM partner_answer") == 0)
            try await read(station, fir, thread)
            #expect(try await station.count("SELECT is_read FROM partner_answer") == 1)
            await #expect(throws: SQLError.self) {
                try await station.database.write { db in try db.execute("UPDATE partner_answer SET is_read = 0") }
            }
        }
    }

    @Test("one that does not open rings until the next step is taken by somebody whom the page has told of it")
    func unreadable() async throws {
        try await Station.on(.sqlite) { station in
            let (thread, fir) = try await station.screened()
            try await station.answer(try await station.ask(fir, thread))
            try await station.database.write { db in
                _ = try db.execute(
                    "UPDATE wrap SET epoch = 9 WHERE object_id IN (SELECT object_id FROM partner_answer)")
            }
            let board = AlarmBoard()
            try await dog(station, board).look()
            #expect(board.all.needsEyes == 1)
            #expect(try await station.view(fir, thread).warnings.contains(.answerUnreadable))
            _ = try await AddNote(station.desk).perform(station.form(fir, thread), text: "Told the administrator")
            try await dog(station, board).look()
            #expect(board.all == AlarmBoard.Counts())
        }
    }

    @Test("clocks of the force run with nobody signed in too, by London's days")
    func forceClocks() async throws {
        try await Station.on(.sqlite) { station in
            let clocks = try ForceClocks([
                "activity.look": "30m", "activity.read": "20m", "protect.look": "same-day",
                "prevent.partner-answer-urgent": "10m",
            ])
            let (thread, fir) = try await station.screened()
            let code = try await station.ask(fir, thread)
            let board = AlarmBoard()
            let dog = dog(station, board, clocks)
            try await dog.look()
            try await station.answer(code)
            let (_, reporter) = try await station.report()
            try await station.report(kind: .protect)
            try await dog.look()
            #expect(board.counts(in: [.prevent]).left == 600)
            #expect(board.counts(in: [.activity]).left == 1_800)
            let now = station.desk.clock.now()
            #expect(board.counts(in: [.protect]).left == LondonTime.end(of: LondonTime.day(of: now)) - now)
            try await station.followUp("And again today", reporter)
            try await dog.look()
            #expect(board.counts(in: [.activity]) == AlarmBoard.Counts(unopened: 2, left: 1_200))
        }
    }
}
