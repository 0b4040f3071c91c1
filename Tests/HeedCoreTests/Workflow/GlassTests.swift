import HeedCore
import Testing

@Suite("Break-glass as facts")
struct GlassTests {
    private func step(_ number: Int, _ verb: Verb, _ person: String, at seconds: Int64) -> CaseStep {
        CaseStep(
            id: .random(), number: number, item: 0, verb: verb, role: .officer, person: person, username: person,
            time: Instant(seconds: seconds), body: .nothing)
    }

    private func facts(_ steps: [CaseStep], at seconds: Int64) -> CaseFacts {
        var facts = CaseFacts(
            kind: .activity, items: [0], isSetAside: false, isMessagingLocked: false, hasCode: true)
        for step in steps { facts.apply(step) }
        facts.look(at: Instant(seconds: seconds))
        return facts
    }

    private func officer(_ person: String, _ role: Role = .officer) -> Officer {
        Officer(username: person, person: person, name: person, role: role, compartments: role.compartments)
    }

    private var broken: [CaseStep] {
        [step(1, .opened, "p1", at: 100), step(2, .triaged, "p1", at: 110), step(3, .glassBroken, "p2", at: 200)]
    }

    @Test("for a day the officer may do what only the holder may, and the holder stays the holder")
    func aDay() {
        let before = facts(Array(broken.prefix(2)), at: 200)
        #expect(Workflow.verdict(on: .actedFirst, by: officer("p2"), facts: before) == .needs([.holding]))
        #expect(Workflow.verdict(on: .glassBroken, by: officer("p2"), facts: before) == .allowed)
        for seconds: Int64 in [200, 200 + 86_399] {
            let during = facts(broken, at: seconds)
            #expect(Workflow.verdict(on: .actedFirst, by: officer("p2"), facts: during) == .allowed)
            #expect(Workflow.verdict(on: .actedFirst, by: officer("p1"), facts: during) == .allowed)
            #expect(Workflow.verdict(on: .actedFirst, by: officer("p3"), facts: during) == .needs([.holding]))
            #expect(Workflow.verdict(on: .glassBroken, by: officer("p2"), facts: during) == .needs([.heldByAnother]))
            #expect(during.holder?.person == "p1")
        }
        for seconds: Int64 in [199, 200 + 86_400] {
            let outside = facts(broken, at: seconds)
            #expect(Workflow.verdict(on: .actedFirst, by: officer("p2"), facts: outside) == .needs([.holding]))
        }
    }

    @Test("the holder has none to break, nor has anybody where nobody holds the report")
    func nobody() {
        let held = facts([step(1, .opened, "p1", at: 100)], at: 100)
        #expect(Workflow.verdict(on: .glassBroken, by: officer("p1"), facts: held) == .needs([.heldByAnother]))
        let free = facts([step(1, .opened, "p1", at: 100), step(2, .putBack, "p1", at: 101)], at: 101)
        #expect(Workflow.verdict(on: .glassBroken, by: officer("p2"), facts: free) == .needs([.heldByAnother]))
    }

    @Test("ended before its time it gives nothing more, and whoever broke it cannot review it")
    func ended() {
        let over = facts(broken + [step(4, .glassEnded, "p2", at: 300)], at: 300)
        #expect(Workflow.verdict(on: .actedFirst, by: officer("p2"), facts: over) == .needs([.holding]))
        #expect(
            Workflow.verdict(on: .glassReviewed, by: officer("p2", .supervisor), facts: over)
                == .needs([.glassToReview]))
        #expect(Workflow.verdict(on: .glassReviewed, by: officer("p3", .supervisor), facts: over) == .allowed)
        let running = facts(broken, at: 300)
        #expect(
            Workflow.verdict(on: .glassReviewed, by: officer("p3", .supervisor), facts: running)
                == .needs([.glassToReview]))
    }

    @Test("a second is a glass of its own, with a review of its own")
    func second() {
        let steps =
            broken + [
                step(4, .glassEnded, "p2", at: 300), step(5, .glassBroken, "p2", at: 400),
                step(6, .glassReviewed, "p3", at: 500),
            ]
        let facts = facts(steps, at: 500)
        #expect(facts.glasses.map(\.isReviewed) == [true, false])
        #expect(facts.glasses.map(\.owner) == ["p1", "p1"])
        #expect(facts.glassRuns(of: "p2"))
    }

    @Test("every kind has it, for its own team and nobody else, and whoever works on it can say what they think of it")
    func kinds() throws {
        for kind in ReportKind.allCases {
            let team = try #require(kind.workflow.rule(for: .opened)).roles
            for verb in [Verb.glassBroken, .glassEnded] {
                #expect(kind.workflow.rule(for: verb)?.roles == team, "\(kind) \(verb)")
            }
            let reviewing = try #require(kind.workflow.rule(for: .glassReviewed)).roles
            #expect(!reviewing.isEmpty && reviewing.isSubset(of: team), "\(kind)")
            #expect(team.allSatisfy { $0.areas.contains(.glass) }, "\(kind)")
        }
    }

    @Test("a handle as it is typed names every id that begins so, and no other")
    func handles() throws {
        for _ in 0..<200 {
            let id = RecordID.random()
            for typed in [id.handle, id.handle.lowercased(), id.handle.filter { $0 != "-" }] {
                let range = try #require(RecordID.handleRange(typed: typed))
                #expect(range.first <= id && id <= range.last)
                #expect(range.first.handle == id.handle && range.last.handle == id.handle)
            }
        }
        for wrong in ["", "K7M4-Q", "K7M4-QXX", "U7M4-QX", "K7M4_QX"] {
            #expect(RecordID.handleRange(typed: wrong) == nil)
        }
        #expect(RecordID.handleRange(typed: "OIL0-11")?.first == RecordID.handleRange(typed: "0110-11")?.first)
    }
}
