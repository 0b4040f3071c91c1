import HeedCore
import Testing

@Suite("Closed years")
struct YearTests {
    private func day(_ iso: String) -> CalendarDay { CalendarDay(iso: iso)! }

    @Test("a year is April to March by London's clocks, and is there only once it is over")
    func bounds() throws {
        let end = LondonTime.start(of: day("2027-04-01"))
        #expect(ClosedYear(of: day("2027-03-31"), now: end + -1) == nil)
        let year = try #require(ClosedYear(of: day("2027-03-31"), now: end))
        #expect(year.first == day("2026-04-01") && year.end == end)
        #expect(year == ClosedYear(of: day("2026-04-01"), now: end))
        #expect(year.start == LondonTime.start(of: day("2026-04-01")))
    }

    @Test("the latest years, none that ended before the ledger began")
    func latest() {
        let years = { (now: String, since: String) in
            ClosedYear.latest(3, since: day(since), now: day(now).start).map(\.first.iso)
        }
        #expect(years("2027-03-31", "2020-01-01") == ["2023-04-01", "2024-04-01", "2025-04-01"])
        #expect(years("2027-04-02", "2020-01-01") == ["2024-04-01", "2025-04-01", "2026-04-01"])
        #expect(years("2027-04-02", "2027-01-15") == ["2026-04-01"])
        #expect(years("2027-03-31", "2027-01-15") == [])
    }

    private func step(_ verb: Verb, at time: Instant, _ body: StepBody) -> CaseStep {
        CaseStep(
            id: .random(), number: 1, item: 0, verb: verb, role: .prevent, person: "1", username: "a", time: time,
            body: body)
    }

    private func record(_ verb: Verb, _ kind: ReportKind, _ answers: [String: String]) -> StepBody {
        .record(StepRecord(of: kind.workflow.rule(for: verb)!.records) { answers[$0.name].map { [$0] } ?? [] })
    }

    @Test("an engagement counts once, in the year in which it was recorded, whatever day it names")
    func engagement() {
        let held = record(.held, .engagement, ["day": "2026-03-30", "audience": "women", "attended": "40"])
        let april = LondonTime.start(of: day("2026-04-01"))
        let steps = [step(.held, at: april, held)]
        let year = { (from: String, until: String) in
            YearTally(
                .engagement, steps, from: LondonTime.start(of: day(from)), until: LondonTime.start(of: day(until))
            ).counts
        }
        #expect(year("2025-04-01", "2026-04-01") == [:])
        #expect(year("2026-04-01", "2027-04-01") == [.engagements: ["women": 1], .engaged: ["women": 40]])
        #expect(year("2027-04-01", "2028-04-01") == [:])
    }

    @Test("training counts by what was booked last before it")
    func training() {
        let steps = [
            step(.booked, at: Instant(seconds: 1), record(.booked, .protect, ["activity": "visit"])),
            step(.booked, at: Instant(seconds: 2), record(.booked, .protect, ["activity": "training"])),
            step(.held, at: Instant(seconds: 3), record(.held, .protect, ["attended": "12"])),
        ]
        let tally = YearTally(.protect, steps, from: Instant(seconds: 2), until: Instant(seconds: 9))
        #expect(tally.counts == [.visits: ["training": 1], .visited: ["training": 12]])
    }

    @Test("what officers answered counts by whether anything was done; no answer counts nowhere")
    func differently() {
        let triage = { (answer: TriageAssessment.Differently?) in
            StepBody.triage(TriageAssessment(differently: answer))
        }
        let all = { (steps: [CaseStep]) in
            YearTally(.activity, steps, from: Instant(seconds: 0), until: Instant(seconds: 9)).counts
        }
        let at = Instant(seconds: 1)
        #expect(
            all([
                step(.triaged, at: at, triage(.still)), step(.triaged, at: at, triage(.not)),
                step(.confirmed, at: at, .nothing),
            ]) == [.differently: ["none-not": 1]])
        #expect(
            all([step(.triaged, at: at, triage(.unsure)), step(.decided, at: at, .nothing)])
                == [.differently: ["action-unsure": 1]])
        #expect(all([step(.triaged, at: at, triage(nil)), step(.decided, at: at, .nothing)]) == [:])
        // Its parts name no appearance, belief or origin, and there is nothing to filter by.
        #expect(Set(YearTally.answers.map { $0.split(separator: "-")[1] }) == ["still", "not", "unsure"])
        #expect(BoardTopic.differently.layout.sums.isEmpty)
    }
}
