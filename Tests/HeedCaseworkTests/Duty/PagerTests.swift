import HeedCore
import Synchronization
import Testing

@testable import HeedCasework

@Suite("Telling people on duty")
struct PagerTests {
    private static let start = LondonTime.first(CalendarDay(iso: "2026-11-28")!, TimeOfDay("22:30")!)

    private static func book(slots: String) throws -> RotaBook {
        try RotaBook(
            Array(
                """
                {"people": {"1001": ["mailto:a@example.org"], "1002": ["https://example.org/b"], "2001": ["mailto:s@example.org"]},
                 "teams": {"activity": {"slots": [\(slots)], "supervisors": ["2001"]}}}
                """.utf8))
    }

    private static let night =
        #"{"person": "1001", "from": "2026-11-28 22:00", "until": "2026-11-29 06:00"},"#
        + #"{"person": "1002", "rung": 1, "from": "2026-11-28 22:00", "until": "2026-11-29 06:00"}"#

    /// A pager with a list of what was sent; destinations named here do not answer.
    private final class Line: Sendable {
        let sent = Mutex<[String]>([])
        let broken = Mutex<Set<String>>([])

        func take(_ destination: Destination) throws {
            let name =
                switch destination {
                case .mail(let address): String(address.prefix(1))
                case .web(let address): String(address.suffix(1))
                }
            if broken.withLock({ $0.contains(name) }) { throw CancellationError() }
            sent.withLock { $0.append(name) }
        }

        var all: [String] { sent.withLock { $0 } }
    }

    private func look(_ pager: Pager, after seconds: Seconds) async {
        for task in await pager.look(at: Self.start + seconds) { await task.value }
    }

    private func ring(_ board: AlarmBoard, _ compartments: Compartment...) {
        board.show(
            Dictionary(
                uniqueKeysWithValues: compartments.map { ($0, AlarmBoard.Counts(needsEyes: 1, unopened: 1, left: 0)) }))
    }

    @Test("it tells the lowest rung, climbs while nobody opens, and stops when somebody does")
    func climbs() async throws {
        let (board, line) = (AlarmBoard(), Line())
        let pager = Pager(board: board, book: try Self.book(slots: Self.night)) { try line.take($0) }
        await look(pager, after: 0)
        #expect(line.all.isEmpty)
        ring(board, .activity)
        for seconds in stride(from: 2, through: 290, by: 3) { await look(pager, after: Seconds(seconds)) }
        #expect(line.all == ["a"])
        await look(pager, after: 305)
        #expect(line.all == ["a", "b"])
        await look(pager, after: 610)
        #expect(line.all.sorted() == ["a", "b", "s"])
        await look(pager, after: 920)
        #expect(line.all.count == 6)
        board.show([:])
        await look(pager, after: 1_300)
        #expect(line.all.count == 6)
        // What rings later is another alarm, and begins at the lowest rung.
        ring(board, .activity)
        await look(pager, after: 1_400)
        #expect(line.all.suffix(1) == ["a"])
    }

    @Test("with nobody on duty the supervisors are told at once")
    func nobody() async throws {
        let (board, line) = (AlarmBoard(), Line())
        let pager = Pager(board: board, book: try Self.book(slots: "")) { try line.take($0) }
        ring(board, .activity)
        await look(pager, after: 0)
        #expect(line.all == ["s"])
    }

    @Test("a team without a rota of its own is served by that of activity, and two alarms are told once")
    func otherTeam() async throws {
        let (board, line) = (AlarmBoard(), Line())
        let pager = Pager(board: board, book: try Self.book(slots: Self.night)) { try line.take($0) }
        ring(board, .prevent, .activity)
        await look(pager, after: 0)
        #expect(line.all == ["a"])
    }

    @Test("a destination that does not answer is tried again and again, and holds up no other")
    func broken() async throws {
        let (board, line) = (AlarmBoard(), Line())
        line.broken.withLock { $0 = ["a"] }
        let pager = Pager(board: board, book: try Self.book(slots: Self.night)) { try line.take($0) }
        ring(board, .activity)
        for seconds in stride(from: 0, through: 320, by: 5) { await look(pager, after: Seconds(seconds)) }
        #expect(line.all == ["b"])
        #expect(await pager.behind == 1)
        line.broken.withLock { $0 = [] }
        // By then it has climbed to the supervisors as well.
        await look(pager, after: 615)
        #expect(line.all.sorted() == ["a", "b", "s"])
        #expect(await pager.behind == 0)
    }

    @Test("waits between tries grow to five minutes")
    func pauses() {
        #expect((1...7).map(Delivery.pause) == [10, 20, 40, 80, 160, 300, 300])
    }

    @Test(
        "a destination is one plain address or a web address under TLS",
        arguments: [
            ("mailto:desk@example.org", true), ("https://example.org/hook", true), ("http://127.0.0.1:9/x", true),
            ("http://example.org/hook", false), ("mailto:-oQ/tmp@example.org", false), ("mailto:a@b,c@d", false),
            ("mailto:a@example.org\nBcc: b@example.org", false), ("mailto:a b@example.org", false), ("tel:999", false),
            ("mailto:@example.org", false), ("", false),
        ])
    func destinations(text: String, isGood: Bool) {
        #expect((Destination(text) != nil) == isGood)
    }

    @Test(
        "a rota that is not whole is refused, with what is wrong",
        arguments: [
            ("", "no JSON"),
            (#"{"people": {}, "teams": {"gossip": {"slots": [], "supervisors": ["1"]}}}"#, "compartment gossip"),
            (#"{"people": {}, "teams": {"activity": {"slots": [], "supervisors": []}}}"#, "no supervisor"),
            (#"{"people": {}, "teams": {"activity": {"slots": [], "supervisors": ["1"]}}}"#, "1 is on the rota"),
            (#"{"people": {"1": ["tel:1"]}, "teams": {}}"#, "neither mailto"),
            (
                #"{"people": {"1": ["mailto:a@b"]}, "teams": {"activity": {"slots": [{"person": "1", "from": "2026-11-28 25:00", "until": "x"}], "supervisors": ["1"]}}}"#,
                "25:00"
            ),
            (
                #"{"people": {"1": ["mailto:a@b"]}, "teams": {"activity": {"slots": [{"person": "1", "from": "2026-11-28 10:00", "until": "2026-11-28 09:00"}], "supervisors": ["1"]}}}"#,
                "before it begins"
            ),
        ])
    func faults(text: String, said: String) {
        let fault = #expect(throws: RotaBook.Fault.self) { try RotaBook(Array(text.utf8)) }
        #expect(fault?.description.contains(said) == true, "\(fault.map { "\($0)" } ?? "")")
    }
}
