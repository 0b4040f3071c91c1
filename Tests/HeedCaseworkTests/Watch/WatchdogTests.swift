import HeedCasework
import HeedCore
import HeedSQL
import HeedTestKit
import Testing

@Suite("Alarms with nobody signed in")
struct WatchdogTests {
    @Test("a report that rings is counted until it is opened; a quiet one after an hour; after a restart all are due")
    func alarms() async throws {
        try await Station.on(.sqlite) { station in
            let time = station.time
            let board = AlarmBoard()
            let dog = Watchdog(database: station.database, board: board, clock: station.desk.clock) {
                Int(time.seconds)
            }
            try await dog.look()
            #expect(board.all == AlarmBoard.Counts())
            try await station.report()
            let (ringing, _) = try await station.report(inDanger: true)
            try await dog.look()
            #expect(board.all == AlarmBoard.Counts(needsEyes: 1, unopened: 2, left: 900))
            station.time.advance(seconds: 240)
            try await dog.look()
            #expect(board.all.left == 660)
            let alder = try await station.signIn("alder")
            _ = try await OpenReport(station.desk).perform(StepForm(session: alder, thread: ringing, version: 0))
            try await dog.look()
            #expect(board.all.needsEyes == 0 && board.all.unopened == 1)
            station.time.advance(seconds: 3_600)
            try await dog.look()
            #expect(board.all.needsEyes == 1)
            #expect((board.all.left ?? 0) < 0)
            let restarted = AlarmBoard()
            try await Watchdog(database: station.database, board: restarted, clock: station.desk.clock) { 0 }.look()
            #expect(restarted.all == AlarmBoard.Counts(needsEyes: 1, unopened: 1, left: 0))
        }
    }

    @Test("an officer is told of the alarms of compartments they hold, and of no other")
    func compartments() async throws {
        try await Station.on(.sqlite) { station in
            let time = station.time
            let board = AlarmBoard()
            let dog = Watchdog(database: station.database, board: board, clock: station.desk.clock) {
                Int(time.seconds)
            }
            try await dog.look()
            let (moved, _) = try await station.report(inDanger: true)
            try await station.report()
            try await station.database.write { db in
                _ = try db.execute("UPDATE thread SET compartment = 'prevent' WHERE thread_id = \(moved.bytes)")
            }
            try await dog.look()
            #expect(board.isRinging)
            #expect(board.counts(in: Role.officer.compartments) == AlarmBoard.Counts(unopened: 1, left: 3_600))
            #expect(
                board.counts(in: Role.prevent.compartments) == AlarmBoard.Counts(needsEyes: 1, unopened: 1, left: 900))
            #expect(board.counts(in: Role.auditor.compartments) == AlarmBoard.Counts())
        }
    }
}
