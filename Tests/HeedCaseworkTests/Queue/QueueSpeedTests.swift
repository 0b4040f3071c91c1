import FoundationEssentials
import HeedCasework
import HeedCore
import HeedKeyring
import HeedLedger
import HeedSQL
import HeedStore
import HeedTestKit
import HeedVault
import Testing

@Suite("How fast the queue is")
struct QueueSpeedTests {
    static let isAsked = ProcessInfo.processInfo.environment["HEED_BENCH"] != nil
    static let stored = 100_000
    static let open = 5_000

    @Test("a page of fifty with 100,000 reports stored and 5,000 open", .enabled(if: isAsked))
    func page() async throws {
        try await Station.on(.sqlite) { station in
            let alder = try await station.signIn("alder")
            let key = try await activityKey(station)
            var g = SeededGenerator(seed: 11)
            for start in stride(from: 0, to: Self.stored, by: 1_000) {
                var rows: [(ThreadRow, ExtractRow)] = []
                for index in start..<start + 1_000 { rows.append(try row(index, key, &g)) }
                let batch = rows
                try await station.database.write { db in
                    for (thread, card) in batch {
                        try db.insert(thread)
                        try db.upsert(card)
                    }
                }
            }
            var times: [Double] = []
            for _ in 0..<21 {
                let start = ContinuousClock.now
                let page = try await Queue(station.desk).perform(session: alder)
                times.append(Double((ContinuousClock.now - start) / .microseconds(1)) / 1_000)
                #expect(page.rows.count == 50 && page.matching == Self.open)
            }
            // The first look opens every card; those after it open what changed, and the fifty that are shown.
            print("queue_page_ms_first \(times.removeFirst())")
            times.sort()
            print("queue_page_ms_median \(times[10]) queue_page_ms_max \(times[19])")
            #if !DEBUG
            #expect(times[10] < 100)
            #endif
        }
    }

    private func activityKey(_ station: Station) async throws -> CompartmentKey {
        let alder = Force.enrolled("alder")
        let routine = try await OfficerUnlock(gate: ScryptGate(), logN: Force.logN).routine(
            file: alder.files.routine, credentials: station.credentials("alder"),
            unixSeconds: station.time.seconds, lastStep: nil)
        let file = Force.made.compartmentFiles.first {
            $0.compartment == "activity" && $0.certificate == alder.certificate.hash
        }
        return try CompartmentKey.open(
            #require(file).file, with: routine.identity, expecting: #require(Force.made.manifest.current("activity")))
    }

    private func row(
        _ index: Int, _ key: CompartmentKey, _ g: inout SeededGenerator
    ) throws -> (ThreadRow, ExtractRow) {
        let isOpen = index.isMultiple(of: Self.stored / Self.open)
        let thread = RecordID.random().bytes
        var card = CardCodecTests.card(&g)
        card.state = isOpen ? [.opened, .triaged, .researched].randomElement(using: &g)! : .closed
        card.unopenedItems = 0
        let box = try ExtractBox.seal(CardCodec.encode(card), key: key.extractKey, thread: thread, version: 1)
        return (
            ThreadRow(
                id: thread, tag: RecordID.random().bytes + RecordID.random().bytes,
                replyKey: Array(repeating: 7, count: 1_216), compartment: "activity", epoch: 1, kind: "activity",
                status: isOpen ? .open : .closed),
            ExtractRow(thread: thread, compartment: "activity", epoch: 1, version: 1, box: box)
        )
    }
}
