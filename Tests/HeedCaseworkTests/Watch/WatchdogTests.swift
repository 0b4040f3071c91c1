import HeedCasework
import HeedCore
import HeedTestKit
import Testing

@Suite("Alarms with nobody signed in")
struct WatchdogTests {
    @Test("a report that rings is counted until it is opened; a quiet one after an hour; after a restart all are due")
    func alarms() async throws {
        try await Station.on(.sqlite) { station in
            let time = station.time
            let board = AlarmBoard()
            let dog = Watchdog(database: station.database, board: board) { Int(time.seconds) }
            try await dog.look()
            #expect(board.counts == AlarmBoard.Counts())
            try await station.report()
            let (ringing, _) = try await station.report(inDanger: true)
            try await dog.look()
            #expect(board.counts == AlarmBoard.Counts(needsEyes: 1, unopened: 2, left: 900))
            station.time.advance(seconds: 240)
            try await dog.look()
            #expect(board.counts.left == 660)
            let alder = try await station.signIn("alder")
            _ = try await OpenReport(station.desk).perform(StepForm(session: alder, thread: ringing, version: 0))
            try await dog.look()
            #expect(board.counts.needsEyes == 0 && board.counts.unopened == 1)
            station.time.advance(seconds: 3_600)
            try await dog.look()
            #expect(board.counts.needsEyes == 1)
            #expect((board.counts.left ?? 0) < 0)
            let restarted = AlarmBoard()
            try await Watchdog(database: station.database, board: restarted) { 0 }.look()
            #expect(restarted.counts == AlarmBoard.Counts(needsEyes: 1, unopened: 1, left: 0))
        }
    }
}
