import HeedCore
import Testing

@Suite("Something online")
struct OnlineTests {
    @Test("an address or a few words are enough, and one of them is needed")
    func either() {
        var answers = Answers(.online)
        #expect(problems(answers) == [FieldProblem(field: "narrative", key: "online.narrative.empty")])
        answers["links"] = [" \n "]
        #expect(problems(answers).map(\.field) == ["narrative"])
        answers["links"] = ["https://example.invalid/1"]
        #expect(problems(answers).isEmpty)
        answers["links"] = []
        answers["narrative"] = ["A film in a group of the app Example"]
        #expect(problems(answers).isEmpty)
    }

    @Test("ten addresses and not eleven, empty lines not counted, and nothing typed is dropped")
    func ten() {
        var answers = Answers(.online)
        let ten = (1...10).map { "https://example.invalid/\($0)" }.joined(separator: "\r\n\r\n")
        answers["links"] = [ten]
        #expect(problems(answers).isEmpty)
        answers["links"] = [ten + "\nhttps://example.invalid/11"]
        #expect(problems(answers) == [FieldProblem(field: "links", key: "online.links.many")])
        #expect(answers.text("links").hasSuffix("/11"))
    }

    @Test("a threat that is ticked is urgent, and no tick makes anything less so")
    func threat() {
        var answers = Answers(.online)
        answers["material"] = ["threat", "hatred"]
        #expect(Cues.read(from: answers, inDanger: false).isUrgent)
        for other in OnlineForm.material where other != "threat" {
            var answers = Answers(.online)
            answers["material"] = [other]
            #expect(Cues.read(from: answers, inDanger: false).isEmpty)
        }
    }

    @Test(
        "each ending fits what the officer said, and none comes before anything was said",
        arguments: OnlineAssessment.View.allCases)
    func endings(view: OnlineAssessment.View) {
        let ends: [Verb: OnlineAssessment.View] = [.forwarded: .unlawful, .advised: .lawful, .routed: .elsewhere]
        let opened = CaseFixture.facts(.online, after: [.opened])
        let assessed = CaseFixture.facts(.online, after: [.opened, .assessed], view: view)
        for (verb, fits) in ends {
            #expect(Workflow.verdict(on: verb, by: CaseFixture.analyst, facts: opened) != .allowed)
            #expect(
                (Workflow.verdict(on: verb, by: CaseFixture.analyst, facts: assessed) == .allowed) == (view == fits))
        }
        #expect(
            Workflow.verdict(on: .noActionProposed, by: CaseFixture.analyst, facts: opened) == .needs([.assessment]))
        #expect(Workflow.verdict(on: .noActionProposed, by: CaseFixture.analyst, facts: assessed) == .allowed)
    }

    @Test("what was forwarded stays so while more is found out, and ends with the answer")
    func forwarded() {
        var facts = CaseFixture.facts(.online, after: [.opened, .assessed, .forwarded], view: .unlawful)
        for verb in [Verb.researched, .noted, .assessed] {
            facts.apply(CaseFixture.step(verb, by: CaseFixture.analyst, after: facts, view: .lawful))
            #expect(facts.state == .forwarded)
        }
        facts.apply(CaseFixture.step(.answered, by: CaseFixture.analyst, after: facts))
        #expect(facts.state == .decided && facts.undecided.isEmpty)
    }

    @Test("no step of suspicious activity alone is one of something online, and the other way round")
    func apart() {
        let facts = CaseFixture.facts(.online, after: [.opened])
        for verb in [Verb.proposed, .authorised, .actedFirst, .triaged, .decided] {
            #expect(Workflow.verdict(on: verb, by: CaseFixture.supervisor, facts: facts) == .notOfThisKind)
        }
        let activity = CaseFixture.facts(after: [.opened])
        for verb in [Verb.assessed, .forwarded, .answered, .advised, .routed] {
            #expect(Workflow.verdict(on: verb, by: CaseFixture.supervisor, facts: activity) == .notOfThisKind)
        }
    }

    private func problems(_ answers: Answers) -> [FieldProblem] { AnswerCheck.problems(with: answers, on: .words) }
}
