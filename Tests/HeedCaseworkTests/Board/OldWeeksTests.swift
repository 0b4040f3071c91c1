import HeedCasework
import HeedCore
import HeedTestKit
import Testing

@Suite("Closed weeks that nobody looked at for long")
struct OldWeeksTests {
    @Test("are counted all the same, back to the first, as they stood at their end", arguments: Engine.available)
    func counted(engine: Engine) async throws {
        try await Station.on(engine) { station in
            let first = try await station.busyWeek()
            try await station.move(to: first.end + 20 * 7 * 86_400)
            let sheet = try await station.board("cedar")
            // The board shows a quarter of a year, and keeps what is older.
            #expect(sheet.kinds.allSatisfy { $0.table.weeks.count == ReadBoard.weeks && $0.waiting.isEmpty })
            let figures = try await station.figures(.activity, "cedar")
            #expect(figures.count == 22 && figures[1] == [6, 1, 5] && figures[2] == [0, 0, 0])
        }
    }

    @Test("are counted some at a look, the latest first, and the board says how many still wait")
    func bounded() async throws {
        try await Station.on(.sqlite) { station in
            try await station.report()
            try await station.move(to: station.week.end + 52 * 7 * 86_400)
            // Of each of three kinds 41 older weeks, of which one look counts twenty.
            for left in [21, 1, 0] {
                #expect(try await station.board("cedar").kinds.map(\.waiting.count) == [left, left, left])
            }
            #expect(try await station.figures(.activity, "cedar")[1] == [1, 0, 0])
        }
    }
}
