import HeedCore
import HeedSQL
import HeedStore
import HeedTestKit
import HeedVault
import Testing

@testable import HeedCasework

/// What a session remembers of the queue is never what it shows in place of what is so.
@Suite("Cards that a session remembers")
struct OpenedCardsTests {
    /// The queue with the session's memory, beside the queue that a session without any sees.
    private func compare(_ station: Station, _ session: String, _ place: String = "") async throws {
        try await station.desk.asOfficer(session) { officer, _ in
            var forgetful = officer
            forgetful.opened = OpenedCards()
            // Missing cards are written by the first look, so that both see the same.
            let remembered = try await Extracts(desk: station.desk, officer: officer).queue()
            let anew = try await Extracts(desk: station.desk, officer: forgetful).queue()
            let order = { (queue: OpenedQueue) in
                queue.cards.sorted { $0.thread.lexicographicallyPrecedes($1.thread) }
            }
            #expect(order(remembered) == order(anew), "\(place)")
            #expect(remembered.uncarded == anew.uncarded && remembered.lost == anew.lost, "\(place)")
        }
    }

    private func rows(_ station: Station, _ session: String) async throws -> [RecordID: QueueRow] {
        let page = try await Queue(station.desk).perform(session: session)
        return Dictionary(uniqueKeysWithValues: page.rows.map { ($0.thread, $0) })
    }

    @Test("what another officer did is in the next look", arguments: Engine.available)
    func changed(engine: Engine) async throws {
        try await Station.on(engine) { station in
            let (thread, code) = try await station.report()
            let alder = try await station.signIn("alder")
            let cedar = try await station.signIn("cedar")
            #expect(try await rows(station, cedar)[thread]?.card.state == .received)
            _ = try await OpenReport(station.desk).perform(StepForm(session: alder, thread: thread, version: 0))
            let opened = try #require(await rows(station, cedar)[thread])
            #expect(opened.card.state == .opened && opened.card.holder?.username == "alder")
            try await station.followUp("They are back.", code)
            #expect(try await rows(station, cedar)[thread]?.card.unopenedItems == 1)
            try await compare(station, cedar)
        }
    }

    @Test("what was closed is gone, and what came is there", arguments: Engine.available)
    func removed(engine: Engine) async throws {
        try await Station.on(engine) { station in
            let (thread, code) = try await station.report()
            let alder = try await station.signIn("alder")
            let cedar = try await station.signIn("cedar")
            try await station.research(thread, by: alder)
            #expect(try await rows(station, cedar).keys.contains(thread))
            _ = try await ProposeNoAction(station.desk).perform(
                station.form(alder, thread), decision: Station.noAction)
            _ = try await Confirm(station.desk).perform(station.form(cedar, thread), reason: "")
            _ = try await Close(station.desk).perform(station.form(alder, thread))
            let (other, _) = try await station.report("Another")
            #expect(try await Set(rows(station, cedar).keys) == [other])
            try await station.followUp("They are back.", code)
            #expect(try await Set(rows(station, cedar).keys) == [other, thread])
            try await compare(station, cedar)
        }
    }

    @Test("what moved to a compartment that the officer does not hold is seen no more", arguments: Engine.available)
    func moved(engine: Engine) async throws {
        try await Station.on(engine) { station in
            let (thread, _) = try await station.report()
            let alder = try await station.signIn("alder")
            #expect(try await rows(station, alder).keys.contains(thread))
            for (compartment, isSeen) in [("prevent", false), ("activity", true)] {
                try await station.database.write { db in
                    _ = try db.execute(
                        "UPDATE thread SET compartment = \(compartment) WHERE thread_id = \(thread.bytes)")
                }
                let page = try await Queue(station.desk).perform(session: alder)
                #expect(page.lists[.all] == (isSeen ? 1 : 0), "\(compartment)")
                #expect(page.rows.map(\.thread) == (isSeen ? [thread] : []), "\(compartment)")
            }
        }
    }

    @Test("a version without its card is never shown by the card of another", arguments: Engine.available)
    func versions(engine: Engine) async throws {
        try await Station.on(engine) { station in
            let (thread, _) = try await station.report()
            let alder = try await station.signIn("alder")
            _ = try await rows(station, alder)
            let card = try #require(
                try await station.database.read { db in try db.cards(of: [thread.bytes]).first })
            try await station.database.write { db in _ = try db.bumpVersion(of: thread.bytes, from: card.version) }
            try await station.desk.asOfficer(alder) { officer, _ in
                let threads = try await station.database.read { db in try db.queued(in: ["activity"]) }
                #expect(officer.opened.missing(of: threads) == [thread.bytes])
                var claimed = card
                claimed.version += 1
                let queue = officer.opened.queue(of: threads, opening: [claimed]) {
                    officer.cardBytes(in: $0).flatMap(CardCodec.head)
                }
                #expect(queue.cards.isEmpty && queue.lost.map(\.thread) == [thread.bytes])
            }
            try await compare(station, alder)
        }
    }

    @Test(
        "over a random day, a session that remembers sees what one without a memory sees", arguments: Engine.available)
    func randomDay(engine: Engine) async throws {
        try await Station.on(engine) { station in
            var g = SeededGenerator(seed: 31)
            let alder = try await station.signIn("alder")
            let cedar = try await station.signIn("cedar")
            var reports: [(thread: RecordID, code: ReporterCode)] = []
            for turn in 0..<60 {
                let one = reports.randomElement(using: &g)
                switch (Int.random(in: 0..<5, using: &g), one) {
                case (0, _), (_, nil):
                    reports.append(
                        try await station.report(Unlike.words(turn), inDanger: Bool.random(using: &g)))
                case (1, let one?): try? await station.followUp("More of turn \(turn).", one.code)
                case (2, let one?):
                    _ = try? await OpenReport(station.desk).perform(
                        StepForm(session: alder, thread: one.thread, version: 0))
                case (3, let one?):
                    _ = try? await Triage(station.desk).perform(
                        station.form(alder, one.thread), assessment: Station.triage)
                case (_, let one?):
                    _ = try? await AddResearch(station.desk).perform(
                        station.form(alder, one.thread), record: Station.research)
                }
                station.time.advance(seconds: 7)
                try await compare(station, cedar, "turn \(turn)")
            }
            #expect(reports.count > 5)
        }
    }

    @Test("a look at the queue reads its index and no thread", arguments: Engine.available)
    func plan(engine: Engine) async throws {
        try await Station.on(engine) { station in
            try await station.database.write { db in
                for index in 0..<3_000 {
                    try db.insert(
                        ThreadRow(
                            id: RecordID.random().bytes, tag: RecordID.random().bytes + RecordID.random().bytes,
                            replyKey: Array(repeating: 7, count: 1_216), compartment: "activity", epoch: 1,
                            kind: "activity", status: index.isMultiple(of: 20) ? .open : .closed))
                }
            }
            let plan = try await station.database.write { db in
                try db.script(engine == .sqlite ? "ANALYZE" : "ANALYZE thread")
                return try db.fetch(
                    engine == .sqlite
                        ? """
                        EXPLAIN QUERY PLAN SELECT thread_id, compartment, version, wake FROM thread
                        WHERE compartment IN ('activity', 'prevent') AND status IN ('received', 'open')
                        """
                        : """
                        EXPLAIN SELECT thread_id, compartment, version, wake FROM thread
                        WHERE compartment IN ('activity', 'prevent') AND status IN ('received', 'open')
                        """
                ).map { "\($0.values)" }.joined(separator: "\n")
            }
            #expect(plan.contains("thread_queue"), "\(plan)")
            if engine == .sqlite { #expect(plan.contains("COVERING INDEX"), "\(plan)") }
        }
    }
}
