import HeedCore
import HeedSQL
import HeedStore
import HeedTestKit
import Testing

@testable import HeedCasework

@Suite("The supervisors' board")
struct BoardTests {
    @Test(
        "a week is counted as it stood at its end, by whoever looks first after it, and once",
        arguments: Engine.available)
    func asItStood(engine: Engine) async throws {
        try await Station.on(engine) { station in
            let first = try await station.busyWeek()
            try await station.move(to: first.end + 3_600)
            // Something happens after the end and before anybody looks: it changes nothing.
            let alder = try await station.signIn("alder")
            let late = try await station.report("Only opened after the week").thread
            _ = try await OpenReport(station.desk).perform(StepForm(session: alder, thread: late, version: 0))
            try await station.close(first.open[0], by: alder, second: "cedar")
            let sheet = try await station.board("cedar")
            let activity = try #require(sheet.kinds.first { $0.kind == .activity })
            // The ledger began on the Friday before: that week is over too, and nothing came in it.
            #expect(activity.table.weeks.map(\.parts) == [[.few, .few, .few], [.about(5), .few, .about(5)]])
            #expect(activity.table.weeks.map(\.sums) == [[.notShown, .notShown], [.notShown, .notShown]])
            #expect(try await station.figures(.activity, "cedar") == [[0, 0, 0], [6, 1, 5]])
            #expect(activity.waiting.isEmpty && activity.unreadable.isEmpty)
            #expect(try await station.count("SELECT count(*) FROM frozen_count") == 6)

            // Nobody's later look, decision or reopening counts it again.
            let cedar = try await station.signIn("cedar")
            _ = try await Reopen(station.desk).perform(station.form(cedar, first.decided[0]), reason: "New words")
            try await station.move(to: first.end + 3 * 86_400)
            _ = try await station.board("dogwood")
            #expect(try await station.figures(.activity, "cedar") == [[0, 0, 0], [6, 1, 5]])
            #expect(try await station.count("SELECT count(*) FROM frozen_count") == 6)
            let lines = try await AuditReading(station.desk).perform(
                session: station.signIn("gorse"), filter: AuditFilter(verb: .periodCounted)
            ).lines
            #expect(lines.map(\.actor) == Array(repeating: "cedar", count: 6))
        }
    }

    @Test("a report told again up to now has every clock that it has: a partner who is silent, a lock that waits")
    func everyClock() async throws {
        try await Station.on(.sqlite) { station in
            let (concern, activity) = (
                try await station.report(kind: .prevent).thread, try await station.report().thread
            )
            let fir = try await station.signIn("fir")
            _ = try await OpenReport(station.desk).perform(StepForm(session: fir, thread: concern, version: 0))
            try await station.record(.screened, fir, concern)
            let code = try await station.ask(fir, concern)
            let alder = try await station.signIn("alder")
            _ = try await OpenReport(station.desk).perform(StepForm(session: alder, thread: activity, version: 0))
            try await station.record(.relationNoted, alder, activity)

            func standing(_ name: String, _ thread: RecordID) async throws -> (told: CaseTimes?, now: CaseTimes) {
                station.time.advance(seconds: 60)
                return try await station.desk.asOfficer(try await station.signIn(name)) { officer, _ in
                    let file = try await station.desk.load(thread, as: officer)
                    return (file.standing(at: station.desk.clock.now())?.times, file.times)
                }
            }
            let silent = try await standing("fir", concern)
            #expect(silent.now.asked != nil && silent.told == silent.now)
            let locked = try await standing("alder", activity)
            #expect(locked.now.locked != nil && locked.told == locked.now)
            try await station.answer(code)
            let answered = try await standing("fir", concern)
            #expect(answered.now.asked == nil && answered.now.answer != nil && answered.told == answered.now)
        }
    }

    @Test("R52: a Prevent report changes nothing on the activity supervisor's board, and none of theirs on Prevent's")
    func compartments() async throws {
        func boards(with others: Bool) async throws -> (String, String) {
            var seen = ("", "")
            try await Station.on(.sqlite) { station in
                try await station.report()
                if others { for _ in 0..<7 { try await station.report(kind: .prevent) } }
                try await station.move(to: station.week.end + 3_600)
                let (supervisor, prevent) = (try await station.board("cedar"), try await station.board("fir"))
                let kinds = supervisor.kinds.map { kind in
                    "\(kind.kind) \(kind.table) \(kind.counted.count) \(kind.waiting) \(kind.unreadable)"
                }
                seen.0 = "\(supervisor.work) \(supervisor.balance) \(kinds)"
                seen.1 = "\(prevent.kinds.map(\.kind))"
                #expect(prevent.balance.received == (others ? 7 : 0))
            }
            return seen
        }
        let (with, without) = (try await boards(with: true), try await boards(with: false))
        #expect(with.0 == without.0)
        #expect(with.1 == "[HeedCore.ReportKind.prevent, HeedCore.ReportKind.engagement]")
    }

    @Test("the store keeps what was counted: no change, no deletion, no second row", arguments: Engine.available)
    func kept(engine: Engine) async throws {
        try await Station.on(engine) { station in
            try await station.report()
            try await station.move(to: station.week.end + 3_600)
            _ = try await station.board("cedar")
            for sql in ["UPDATE frozen_count SET batch = 9", "DELETE FROM frozen_count"] as [SQL] {
                await #expect(throws: (any Error).self) {
                    try await station.database.write { db in _ = try db.execute(sql) }
                }
            }
            let row = FrozenCountRow(
                topic: "reports/activity", period: station.week.monday.iso, compartment: "activity", epoch: 1, batch: 9,
                box: [1])
            #expect(try await station.database.write { db in try db.freeze(row) } == false)
            #expect(try await station.figures(.activity, "cedar") == [[0, 0, 0], [1, 0, 0]])
        }
    }

    @Test("counts that somebody without the key put into the store, or moved to another week, are shown as such")
    func planted() async throws {
        try await Station.on(.sqlite) { station in
            try await station.report()
            try await station.move(to: station.week.end + 3_600)
            _ = try await station.board("cedar")
            let week = station.week
            try await station.database.write { db in
                var row = try #require(try db.frozenCounts(of: ["reports/activity"], from: "2000-01-01").first)
                row.period = week.monday.adding(7).iso
                #expect(try db.freeze(row))
            }
            try await station.move(to: week.end + 8 * 86_400)
            let activity = try await station.board("cedar").kinds[0]
            #expect(activity.unreadable.map(\.monday) == [week.monday.adding(7)])
            #expect(activity.table.weeks.count == 2)
        }
    }

    @Test("counting and its audit row are one: without the row nothing is kept")
    func together() async throws {
        try await Station.on(.sqlite) { station in
            try await station.report()
            try await station.move(to: station.week.end + 3_600)
            let session = try await station.signIn("cedar")
            try await station.database.write { db in
                _ = try db.execute(
                    """
                    CREATE TRIGGER no_audit BEFORE INSERT ON audit WHEN (SELECT count(*) FROM frozen_count) > 0
                    BEGIN SELECT RAISE(ABORT, 'no'); END
                    """)
            }
            _ = try? await ReadBoard(station.desk).perform(session: session)
            #expect(try await station.count("SELECT count(*) FROM frozen_count") == 0)
        }
    }

    @Test(
        "a report taken out of the queue without a decision makes the check fail, and is named",
        arguments: Engine.available)
    func balance(engine: Engine) async throws {
        try await Station.on(engine) { station in
            let reports = try await station.busyWeek()
            let sheet = try await station.board("cedar")
            #expect(sheet.balance.holds && sheet.balance.received == 12)
            #expect(sheet.balance.decided == 5 && sheet.balance.missing.isEmpty)
            let hidden = reports.open[0]
            try await station.database.write { db in
                _ = try db.execute("UPDATE thread SET status = 'closed' WHERE thread_id = \(hidden.bytes)")
            }
            let after = try await station.board("cedar").balance
            #expect(!after.holds && after.received == 12 && after.open + after.decided == 11)
            #expect(after.missing == [hidden])
        }
    }

    @Test("what waits now is exact: to sign without one's own, overdue, unheld, and what must be ratified")
    func work() async throws {
        try await Station.on(.sqlite) { station in
            let (alder, cedar) = (try await station.signIn("alder"), try await station.signIn("cedar"))
            let (signed, own, put) = (
                try await station.report().thread, try await station.report().thread, try await station.report().thread
            )
            try await station.report()
            for (thread, name, session) in [(signed, "alder", alder), (own, "cedar", cedar)] {
                try await station.research(thread, by: session)
                try await station.propose(thread, by: name, session)
            }
            _ = try await OpenReport(station.desk).perform(StepForm(session: alder, thread: put, version: 0))
            _ = try await PutBack(station.desk).perform(station.form(alder, put))
            let work = try await ReadBoard(station.desk).perform(session: cedar).work
            #expect(work.toSign == 1 && work.unheld == 1 && work.unopened == 1 && work.toRatify == 0)
            let queue = try await Queue(station.desk).perform(session: cedar)
            #expect(work.open == queue.matching && work.toSign == queue.lists[.toSign])
            #expect(work.overdue == 0)
            station.time.advance(seconds: 400)
            #expect(try await ReadBoard(station.desk).perform(session: cedar).work.oldest != nil)
        }
    }

    @Test("a Prevent officer finds what a colleague put forward under To sign")
    func preventToSign() async throws {
        try await Station.on(.sqlite) { station in
            let fir = try await station.signIn("fir")
            let thread = try await station.report(kind: .engagement).thread
            _ = try await OpenReport(station.desk).perform(StepForm(session: fir, thread: thread, version: 0))
            _ = try await ProposeNoAction(station.desk).perform(station.form(fir, thread), decision: Station.noAction)
            let maple = try await station.signIn("maple")
            #expect(try await ReadBoard(station.desk).perform(session: maple).work.toSign == 1)
            #expect(try await Queue(station.desk).perform(session: maple).lists[.toSign] == 1)
            #expect(try await Queue(station.desk).perform(session: fir).lists[.toSign] == 0)
        }
    }

    @Test("a report that no longer opens is counted as overdue, and as decided only where the store names who decided")
    func unreadable() async throws {
        try await Station.on(.sqlite) { station in
            let alder = try await station.signIn("alder")
            let decided = try await station.report().thread
            try await station.close(decided, by: alder, second: "cedar")
            try await station.report()
            try await station.database.write { db in _ = try db.execute("DELETE FROM body") }
            try await station.move(to: station.week.end + 3_600)
            _ = try await station.board("cedar")
            #expect(try await station.figures(.activity, "cedar") == [[0, 0, 0], [1, 0, 1]])
        }
    }

    @Test("a year is not counted by somebody for whom a report does not open, and says that it waits")
    func yearUnreadable() async throws {
        try await Station.on(.sqlite) { station in
            let alder = try await station.signIn("alder")
            try await station.close(station.report().thread, by: alder, second: "cedar")
            try await station.database.write { db in _ = try db.execute("DELETE FROM body") }
            try await station.move(to: LondonTime.start(of: CalendarDay(iso: "2027-04-02")!))
            let year = try #require(try await station.board("cedar").years.first)
            #expect(year.years.isEmpty && year.waiting.count == 1)
        }
    }

    @Test("a look that runs out of patience shows what is not counted yet, and the next look counts it")
    func patience() async throws {
        try await Station.on(.sqlite) { station in
            try await station.report()
            try await station.move(to: station.week.end + 3_600)
            let session = try await station.signIn("cedar")
            let first = try await ReadBoard(station.desk, patience: .zero).perform(session: session)
            #expect(first.kinds.allSatisfy { $0.waiting.count == 2 && $0.table.weeks.isEmpty })
            #expect(try await station.count("SELECT count(*) FROM frozen_count") == 0)
            #expect(try await station.board("cedar").kinds.allSatisfy { $0.waiting.isEmpty })
        }
    }

    @Test("nobody else has a board")
    func others() async throws {
        try await Station.on(.sqlite) { station in
            for name in ["alder", "gorse", "hazel", "iris", "kelp"] {
                let session = try await station.signIn(name)
                #expect(
                    await station.refusal { try await ReadBoard(station.desk).perform(session: session).balance }
                        == .notFound, "\(name)")
            }
        }
    }
}
