import HeedCasework
import HeedCore
import HeedSQL
import HeedTestKit
import Testing

@Suite("A flood on screen")
struct AlikeTests {
    private static let post = "They are all doing it in the old mill by the river, send this to the police"

    /// Forty copies, two of them changed, an urgent one, one with a follow-up, and one about something else.
    private func flood(_ station: Station) async throws -> (copies: Set<RecordID>, urgent: RecordID, answered: RecordID)
    {
        var copies: Set<RecordID> = []
        for index in 0..<40 {
            copies.insert(try await station.report(index < 2 ? Self.post + " now" : Self.post).thread)
            if index == 20 { station.time.advance(seconds: 60) }
        }
        let urgent = try await station.report(Self.post, inDanger: true).thread
        let (answered, code) = try await station.report(Self.post)
        try await station.followUp("It was me who wrote this.", code)
        try await station.report(Unlike.words(1))
        return (copies, urgent, answered)
    }

    private func queue(_ station: Station, _ session: String) async throws -> QueuePage {
        var page = try await Queue(station.desk).perform(session: session)
        while page.unread > 0 { page = try await Queue(station.desk).perform(session: session) }
        return page
    }

    @Test("forty alike are one line; the urgent one heads the list, what is answered has a line, and counts stay exact")
    func folded() async throws {
        try await Station.on(.sqlite) { station in
            let (copies, urgent, answered) = try await flood(station)
            let alder = try await station.signIn("alder")
            let page = try await queue(station, alder)
            #expect(page.rows.first?.thread == urgent)
            #expect(page.rows.count { $0.alike != nil } == 1)
            let fold = try #require(page.rows.first { $0.alike != nil })
            #expect(fold.alike?.count == 40 && [2, 38].contains(fold.alike?.differing))
            #expect(copies.contains(fold.thread))
            #expect(page.rows.first { $0.thread == answered }?.alike == nil)
            #expect(page.lines == 4 && page.matching == 43 && page.lists[.all] == 43)
            #expect(page.groups[.unopened] == 42 && page.groups[.alarm] == 1)
            #expect(!"\(page)".contains("river"))
        }
    }

    @Test("opening 25 makes 25 signed steps with the reason and 25 audit rows, and leaves every other report as it was")
    func opening() async throws {
        try await Station.on(.sqlite) { station in
            let (copies, urgent, _) = try await flood(station)
            let alder = try await station.signIn("alder")
            let fold = try #require(try await queue(station, alder).rows.first { $0.alike != nil })
            let page = try await ReadAlike(station.desk).perform(session: alder, thread: fold.thread)
            #expect(page.waiting == 40 && page.next.count == 25 && page.opened == 0 && page.shown.isEmpty)
            #expect(page.lifted.count == 2)
            let chosen = page.next.map(\.thread)
            #expect(
                await station.refusal {
                    try await OpenAlike(station.desk).perform(
                        session: alder, thread: fold.thread, reports: chosen, reason: " ")
                } == .notValid([FieldProblem(field: "reason", key: "problem.reason.empty")]))
            #expect(try await station.count("SELECT count(*) FROM event") == 0)
            let opened = try await OpenAlike(station.desk).perform(
                session: alder, thread: fold.thread, reports: chosen + [urgent], reason: "One post, copied")
            #expect(opened == 25)
            #expect(try await station.count("SELECT count(DISTINCT thread_id) FROM event") == 25)
            #expect(try await station.count("SELECT count(*) FROM event") == 25)
            #expect(try await station.count("SELECT count(*) FROM item WHERE status = 'received'") == 19)
            let gorse = try await station.signIn("gorse")
            let audited = try await AuditReading(station.desk).perform(
                session: gorse, filter: AuditFilter(verb: .stepTaken))
            #expect(Set(audited.lines.map(\.object)) == Set(chosen.map(\.handle)))
            #expect(audited.lines.count == 25)
            for thread in chosen {
                let view = try await station.view(alder, thread)
                #expect(view.steps.map(\.step.body) == [.reason("One post, copied")])
                #expect(view.facts.holder?.username == "alder" && view.warnings.isEmpty)
            }
            let again = try await OpenAlike(station.desk).perform(
                session: alder, thread: fold.thread, reports: chosen, reason: "One post, copied")
            #expect(again == 0)
            let rest = try await queue(station, alder)
            #expect(rest.rows.first { $0.alike != nil }?.alike?.count == copies.count - 25)
            #expect(rest.rows.first?.thread == urgent)
        }
    }

    @Test(
        "the page of a flood shows words of opened reports only, each in the audit, and nothing to another compartment")
    func reading() async throws {
        try await Station.on(.sqlite) { station in
            _ = try await flood(station)
            let alder = try await station.signIn("alder")
            let fold = try #require(try await queue(station, alder).rows.first { $0.alike != nil })
            let chosen = try await ReadAlike(station.desk).perform(session: alder, thread: fold.thread).next.map(
                \.thread)
            _ = try await OpenAlike(station.desk).perform(
                session: alder, thread: fold.thread, reports: chosen, reason: "One post")
            let page = try await ReadAlike(station.desk).perform(session: alder, thread: fold.thread)
            #expect(page.shown.first?.thread == fold.thread)
            #expect(Set(page.shown.map(\.thread)) == Set(chosen))
            let gorse = try await station.signIn("gorse")
            let audited = try await AuditReading(station.desk).perform(
                session: gorse, filter: AuditFilter(verb: .reportViewed))
            #expect(Set(audited.lines.map(\.object)) == Set(chosen.map(\.handle)))
            for name in ["fir", "hazel", "iris", "gorse"] {
                let other = try await station.signIn(name)
                #expect(
                    await station.refusal {
                        try await ReadAlike(station.desk).perform(session: other, thread: fold.thread)
                    } == .notFound)
                #expect(
                    await station.refusal {
                        try await OpenAlike(station.desk).perform(
                            session: other, thread: fold.thread, reports: chosen, reason: "One post")
                    } == .notFound)
            }
        }
    }
}
