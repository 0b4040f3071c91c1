import HeedCore
import Testing

@Suite("A notice to a publisher")
struct PublisherNoticeTests {
    private let analyst = CaseFixture.analyst

    private func assessed(_ options: Set<ForceOption> = [.publisherNotices]) -> CaseFacts {
        var facts = CaseFacts(
            kind: .online, items: [0], isSetAside: false, isMessagingLocked: false, hasCode: true, options: options)
        for verb in [Verb.opened, .assessed] {
            facts.apply(CaseFixture.step(verb, by: analyst, after: facts, view: .unlawful))
        }
        return facts
    }

    private func given(_ day: String) -> CaseFacts {
        var facts = assessed()
        let fields = OnlineWorkflow.table.rule(for: .noticeGiven)!.records
        let record = StepRecord(of: fields) { [$0.name == "given_day" ? day : "by-hand"] }
        var step = CaseFixture.step(.noticeGiven, by: analyst, after: facts)
        step = CaseStep(
            id: step.id, number: step.number, item: 0, verb: .noticeGiven, role: step.role, person: step.person,
            username: step.username, time: step.time, body: .record(record))
        facts.apply(step)
        return facts
    }

    @Test("off, it is no step at all; on, it takes an assessment that it is likely unlawful")
    func option() {
        for verb in [Verb.noticeGiven, .noticeAnswered] {
            #expect(Workflow.verdict(on: verb, by: analyst, facts: assessed([])) == .notOfThisKind)
            #expect(throws: Refusal.notFound) { try Workflow.require(verb, by: analyst, facts: assessed([])) }
        }
        #expect(Workflow.verdict(on: .noticeGiven, by: analyst, facts: assessed()) == .allowed)
        let lawful = CaseFixture.facts(.online, after: [.opened, .assessed], view: .lawful)
        #expect(Workflow.verdict(on: .noticeGiven, by: analyst, facts: lawful) == .needs([.unlawfulView]))
    }

    @Test(
        "two working days run from the day after it was given, over the holidays of every nation",
        arguments: [("2026-11-27", "2026-12-03T00"), ("2026-06-12", "2026-06-18T00"), ("2026-12-24", "2026-12-31T00")])
    func clock(day: String, over: String) throws {
        let start = try #require(given(day).noticeStart)
        let times = CaseTimes(received: start, opened: start, notice: start)
        let clock = try #require(
            ForceClocks.declared.running(for: .online, in: .assessed, times: times, isUrgent: true).first {
                $0.name == .notice
            }
        )
        #expect(clock.due == LondonTime.start(of: CalendarDay(iso: String(over.prefix(10)))!))
    }

    @Test("while it runs no other is given and the report is not decided; what came of it ends the clock")
    func runs() {
        var facts = given("2026-11-27")
        #expect(Workflow.verdict(on: .noticeGiven, by: analyst, facts: facts) == .needs([.noNoticeRuns]))
        facts.apply(CaseFixture.step(.forwarded, by: analyst, after: facts))
        for verb in [Verb.answered, .noActionProposed] {
            #expect(Workflow.verdict(on: verb, by: analyst, facts: facts) == .needs([.noNoticeRuns]))
        }
        facts.apply(CaseFixture.step(.noticeAnswered, by: analyst, after: facts))
        #expect(facts.noticeStart == nil)
        #expect(Workflow.verdict(on: .answered, by: analyst, facts: facts) == .allowed)
    }
}
