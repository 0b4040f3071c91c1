import HeedCore
import HeedLedger
import HeedSQL
import HeedStore
import HeedTestKit

@testable import HeedCasework

/// Weeks that end, for tests of what is counted then.
extension Station {
    /// The week in which the tests' clock stands at first.
    var week: ClosedWeek {
        ClosedWeek(of: CalendarDay(iso: "2027-01-18")!, now: CalendarDay(iso: "2028-01-01")!.start)!
    }

    /// Moves the clock, and the batch with it as the ledger would.
    func move(to moment: Instant) async throws {
        time.advance(seconds: moment.seconds - Int64(time.seconds))
        let batch = Force.calendar.batch(at: Int(time.seconds))
        try await database.write { db in try db.setCurrentBatch(batch) }
    }

    func board(_ name: String) async throws -> BoardSheet {
        try await ReadBoard(desk, patience: .seconds(3_600)).perform(session: signIn(name))
    }

    /// The true counts that are kept of a kind, oldest week first, in the order of the layout.
    func figures(_ kind: ReportKind, _ name: String) async throws -> [[Int]] {
        try await figures(.reports(kind), name)
    }

    func figures(_ topic: BoardTopic, _ name: String) async throws -> [[Int]] {
        let rows = try await database.read { db in try db.frozenCounts(of: [topic.name], from: "2000-01-01") }
        return try await desk.asOfficer(try await signIn(name)) { officer, _ in
            rows.compactMap { officer.counts(in: $0, of: topic) }
        }
    }

    /// Twelve reports on a Monday: five closed without action by the next day, one opened on the Sunday evening and in
    /// time, the others never opened.
    func busyWeek() async throws -> (open: [RecordID], decided: [RecordID], end: Instant) {
        var threads: [RecordID] = []
        for number in 0..<11 { threads.append(try await report("Report \(number)").thread) }
        let alder = try await signIn("alder")
        for thread in threads.prefix(5) { try await close(thread, by: alder, second: "cedar") }
        try await move(to: week.end + -600)
        threads.append(try await report("Sunday night").thread)
        return (Array(threads.dropFirst(5)), Array(threads.prefix(5)), week.end)
    }

    /// Opens, assesses, proposes no action, and confirms as somebody else.
    func close(_ thread: RecordID, by session: String, second: String) async throws {
        if try await view(session, thread).facts.state == .received {
            _ = try await OpenReport(desk).perform(StepForm(session: session, thread: thread, version: 0))
        }
        _ = try await Triage(desk).perform(form(session, thread), assessment: Self.triage)
        _ = try await ProposeNoAction(desk).perform(form(session, thread), decision: Self.noAction)
        let other = try await signIn(second)
        _ = try await Confirm(desk).perform(form(other, thread), reason: "")
    }
}
