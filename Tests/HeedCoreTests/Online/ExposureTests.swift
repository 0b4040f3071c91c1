import HeedCore
import Testing

@Suite("Care for those who look at online material")
struct ExposureTests {
    private let analyst = CaseFixture.analyst
    private let colleague = CaseFixture.colleague
    private let supervisor = CaseFixture.supervisor

    /// Opened, so held, by the analyst; whoever asks has looked so often today.
    private func facts(_ verbs: [Verb] = [.opened], looks: Int) -> CaseFacts {
        var facts = CaseFixture.facts(.online, after: verbs)
        facts.count(Exposure(today: looks, week: looks, most: 2))
        return facts
    }

    @Test("below the cap anybody of the desk may look, in every open state; at the cap and above it nobody")
    func cap() {
        for verbs in [[.opened], [.opened, .assessed], [.opened, .assessed, .noActionProposed]] as [[Verb]] {
            for officer in [analyst, colleague, supervisor] {
                for looks in 0..<2 {
                    #expect(Workflow.verdict(on: .looked, by: officer, facts: facts(verbs, looks: looks)) == .allowed)
                }
                for looks in 2...3 {
                    #expect(
                        Workflow.verdict(on: .looked, by: officer, facts: facts(verbs, looks: looks))
                            == .needs([.lookLeft]))
                }
            }
        }
        #expect(
            Workflow.verdict(on: .looked, by: analyst, facts: CaseFixture.newReport(.online)) == .wrongState,
            "nobody looks at what nobody has opened")
    }

    @Test("a supervisor who does not hold it allows the holder one look more: that person, that report, once")
    func allowed() {
        var spent = facts(looks: 2)
        #expect(
            Workflow.verdict(on: .lookAllowed, by: analyst, facts: spent)
                == .othersOnly([.supervisor]))
        #expect(
            Workflow.verdict(on: .lookAllowed, by: CaseFixture.analystAsSupervisor, facts: spent)
                == .needs([.lookToAllow]), "not oneself, through a second account either")
        #expect(Workflow.verdict(on: .lookAllowed, by: supervisor, facts: spent) == .allowed)
        spent.apply(CaseFixture.step(.lookAllowed, by: supervisor, after: spent))
        #expect(Workflow.verdict(on: .looked, by: analyst, facts: spent) == .allowed)
        #expect(Workflow.verdict(on: .looked, by: colleague, facts: spent) == .needs([.lookLeft]))
        #expect(Workflow.verdict(on: .lookAllowed, by: supervisor, facts: spent) == .needs([.lookToAllow]))
        spent.apply(CaseFixture.step(.looked, by: colleague, after: spent))
        #expect(Workflow.verdict(on: .looked, by: analyst, facts: spent) == .allowed, "another's look takes nothing")
        spent.apply(CaseFixture.step(.looked, by: analyst, after: spent))
        #expect(Workflow.verdict(on: .looked, by: analyst, facts: spent) == .needs([.lookLeft]))
        #expect(Workflow.verdict(on: .lookAllowed, by: supervisor, facts: spent) == .allowed)
    }

    @Test("nobody is allowed a look where nobody holds the report")
    func unheld() {
        #expect(
            Workflow.verdict(on: .lookAllowed, by: supervisor, facts: facts([.opened, .putBack], looks: 0))
                == .needs([.lookToAllow]))
    }

    @Test("no other step asks for a look, and no look changes where a report stands")
    func asksNothing() {
        let verbs: Set<Verb> = [.looked, .described, .lookAllowed]
        for kind in ReportKind.allCases {
            let rules = kind.workflow.rules.filter { verbs.contains($0.verb) }
            #expect(rules.count == (kind == .online ? 3 : 0))
            #expect(rules.allSatisfy { $0.to == .stay && !$0.decides && $0.option == nil })
            for rule in kind.workflow.rules where !verbs.contains(rule.verb) {
                #expect(!rule.needs.contains(.lookLeft) && !rule.needs.contains(.lookToAllow))
            }
        }
        let assessed = facts([.opened, .described, .assessed], looks: 9)
        #expect(Workflow.verdict(on: .noActionProposed, by: analyst, facts: assessed) == .allowed)
    }

    @Test("who says that a description is enough is told that no look is needed; the gentlest way is offered first")
    func gentlest() throws {
        let fields = try #require(OnlineWorkflow.table.rule(for: .looked)).records
        let way = try #require(fields.first { $0.name == "look_as" })
        #expect(way.control == .choice(["description", "stills", "silent", "sound"]) && way.preset.isEmpty)
        func problems(_ way: String) -> [FieldProblem] {
            StepRecord(of: fields) { [$0.name == "look_as" ? way : "To tell news from praise."] }
                .problems(against: fields)
        }
        #expect(problems("description") == [FieldProblem(field: "look_as", key: "problem.look_as.description")])
        #expect(problems("") == [FieldProblem(field: "look_as", key: "problem.look_as.empty")])
        for way in ["stills", "silent", "sound"] { #expect(problems(way).isEmpty) }
    }
}
