import HeedCore
import HeedSQL
import HeedStore
import HeedTestKit
import Testing

@testable import HeedCasework

@Suite("The queue")
struct QueueTests {
    @Test(
        "an urgent report comes first, a set-aside one last, and no list holds a reporter's word",
        arguments: Engine.available)
    func order(engine: Engine) async throws {
        try await Station.on(engine) { station in
            let (aside, _) = try await station.report("Marker one", signals: [.quick])
            let (plain, _) = try await station.report("Marker two")
            let (urgent, _) = try await station.report("Marker three", inDanger: true)
            let alder = try await station.signIn("alder")
            let page = try await Queue(station.desk).perform(session: alder)
            #expect(page.rows.map(\.thread) == [urgent, plain, aside])
            #expect(page.rows.map(\.group) == [.alarm, .unopened, .setAside])
            #expect(page.uncarded.isEmpty)
            #expect(page.lists == [.all: 3, .mine: 0, .toSign: 0, .setAside: 1])
            #expect(!"\(page)".contains("Marker"))
            _ = try await OpenReport(station.desk).perform(StepForm(session: alder, thread: urgent, version: 0))
            let mine = try await Queue(station.desk).perform(
                session: alder, filter: QueueFilter(list: .mine))
            #expect(mine.rows.map(\.thread) == [urgent] && mine.matching == 1)
        }
    }

    @Test(
        "a follow-up that looks like a machine's never pushes a report down, and a person's lifts one out of the lane",
        arguments: Engine.available)
    func lane(engine: Engine) async throws {
        try await Station.on(engine) { station in
            let (clean, first) = try await station.report()
            let (aside, second) = try await station.report(signals: [.quick])
            let alder = try await station.signIn("alder")
            func groups() async throws -> [RecordID: QueueGroup] {
                let rows = try await Queue(station.desk).perform(session: alder).rows
                return Dictionary(uniqueKeysWithValues: rows.map { ($0.thread, $0.group) })
            }
            #expect(try await groups() == [clean: .unopened, aside: .setAside])
            try await station.followUp("buy followers", first, signals: [.trap, .quick])
            try await station.followUp("buy more followers", second, signals: [.trap])
            #expect(try await groups() == [clean: .unopened, aside: .setAside])
            try await station.followUp("It was me, and it is true.", second)
            #expect(try await groups() == [clean: .unopened, aside: .unopened])
            _ = try await OpenReport(station.desk).perform(StepForm(session: alder, thread: clean, version: 0))
            _ = try await OpenReport(station.desk).perform(StepForm(session: alder, thread: clean, version: 1), item: 1)
            let items = try await station.view(alder, clean).items
            #expect(items.map(\.signals) == [[], [.trap, .quick]])
        }
    }

    @Test(
        "a proposal waits under another supervisor's To-sign, never under the proposer's", arguments: Engine.available)
    func toSign(engine: Engine) async throws {
        try await Station.on(engine) { station in
            let (thread, _) = try await station.report()
            let alder = try await station.signIn("alder")
            try await station.research(thread, by: alder)
            try await station.propose(thread, by: "alder", alder)
            var counts: [Int] = []
            for name in ["cedar", "elder"] {
                let session = try await station.signIn(name)
                let page = try await Queue(station.desk).perform(
                    session: session, filter: QueueFilter(list: .toSign))
                counts.append(page.matching)
            }
            #expect(counts == [1, 0])
        }
    }

    @Test(
        "a follow-up to a closed report brings it back into the list of whoever may open it",
        arguments: Engine.available)
    func followUp(engine: Engine) async throws {
        try await Station.on(engine) { station in
            let (thread, code) = try await station.report()
            let alder = try await station.signIn("alder")
            let cedar = try await station.signIn("cedar")
            try await station.research(thread, by: alder)
            _ = try await ProposeNoAction(station.desk).perform(
                station.form(alder, thread), decision: Station.noAction)
            _ = try await Confirm(station.desk).perform(station.form(cedar, thread), reason: "")
            _ = try await Close(station.desk).perform(station.form(alder, thread))
            #expect(try await Queue(station.desk).perform(session: alder).rows.isEmpty)
            try await station.followUp("They are back.", code)
            let page = try await Queue(station.desk).perform(session: alder)
            #expect(page.rows.map(\.group) == [.waitingForMe])
            let came = station.desk.clock.now()
            #expect(page.rows[0].clock?.name == .read && page.rows[0].clock?.due == came + 3_600)
            #expect(page.nextClock == came + 3_600)
            _ = try await OpenReport(station.desk).perform(station.form(alder, thread), item: 1)
            #expect(try await station.view(alder, thread).facts.state == .researched)
            #expect(try await Queue(station.desk).perform(session: alder).rows.map(\.clock?.name) == [.decide])
        }
    }

    @Test("pages of fifty follow on without a gap or a repeat while reports come in", arguments: Engine.available)
    func paging(engine: Engine) async throws {
        try await Station.on(engine) { station in
            for index in 0..<130 { try await station.report(Unlike.words(index)) }
            let alder = try await station.signIn("alder")
            for _ in 0..<3 { _ = try await Queue(station.desk).perform(session: alder) }
            var seen: [RecordID] = []
            var place: String?
            repeat {
                let page = try await Queue(station.desk).perform(session: alder, after: place)
                #expect(page.first == seen.count + 1)
                seen += page.rows.map(\.thread)
                place = page.next
                station.time.advance(seconds: 1)
                try await station.report(Unlike.words(1_000 + seen.count))
            } while place != nil
            #expect(Set(seen).count == seen.count)
            #expect(seen.count >= 130)
            let lost = try await Queue(station.desk).perform(session: alder, after: "not ours")
            #expect(lost.first == 1)
        }
    }

    @Test("a report that does not open heads the list instead of going missing")
    func unreadable() async throws {
        try await Station.on(.sqlite) { station in
            let (thread, _) = try await station.report(inDanger: true)
            try await station.report()
            try await station.database.write { db in
                _ = try db.execute("UPDATE wrap SET kc = payload_digest WHERE thread_id = \(thread.bytes)")
            }
            let alder = try await station.signIn("alder")
            let page = try await Queue(station.desk).perform(session: alder)
            #expect(page.uncarded.map(\.thread) == [thread] && page.uncarded[0].wake)
            #expect(page.rows.count == 1)
            #expect(page.groups[.alarm] == 1 && page.lists[.all] == 2)
        }
    }

    @Test("with more reports than one look reads, every one is counted once: groups add up to the list of all")
    func counts() async throws {
        try await Station.on(.sqlite) { station in
            let all = 2 * Extracts.slice + QueuePage.size
            for index in 0..<all { try await station.report(Unlike.words(index)) }
            try await station.report("Now", inDanger: true)
            let alder = try await station.signIn("alder")
            for _ in 0..<3 {
                let page = try await Queue(station.desk).perform(session: alder)
                #expect(page.groups.values.reduce(0, +) == all + 1)
                #expect(page.groups[.alarm] == 1 && page.groups[.unopened] == all)
                #expect(page.lists[.all] == all + 1)
                #expect(page.uncarded.count <= QueuePage.size)
            }
        }
    }

    @Test(
        "a search finds by handle and by the officer's words, asks why a person is sought, and leaves no trace of the words"
    )
    func search() async throws {
        try await Station.on(.sqlite) { station in
            let (thread, _) = try await station.report("Marker narrative")
            try await station.report()
            let alder = try await station.signIn("alder")
            let fir = try await station.signIn("fir")
            try await station.research(thread, by: alder)
            func find(_ text: String, _ session: String, person: Bool = false) async throws -> [RecordID] {
                try await Search(station.desk).perform(
                    session: session, text: text, isPerson: person, reason: ""
                ).rows.map(\.thread)
            }
            #expect(try await find("YARD van", alder) == [thread])
            #expect(try await find(thread.handle.lowercased(), alder).contains(thread))
            #expect(try await find("marker", alder).isEmpty)
            // Another team finds nothing of it, and who has no queue has no search either.
            #expect(try await find("yard", fir).isEmpty)
            let hazel = try await station.signIn("hazel")
            #expect(await station.refusal { try await find("yard", hazel) } == .notFound)
            #expect(
                await station.refusal { try await find("yard", alder, person: true) }
                    == .notValid([FieldProblem(field: "reason", key: "problem.reason.empty")]))
            let gorse = try await station.signIn("gorse")
            let page = try await AuditReading(station.desk).perform(
                session: gorse, filter: AuditFilter(verb: .searched))
            #expect(page.lines.count == 4 && !page.lines.contains { $0.reason.lowercased().contains("yard") })
        }
    }
}
