import HeedCore
import Testing

@Suite("How often a reporter is written to, as a force has it")
struct MessageRulesTests {
    private func isRefused(_ given: [String: String]) -> Bool { (try? MessageRules(given)) == nil }

    @Test("a force that sets nothing has 28 days, one free round and the lock after two")
    func standard() throws {
        let rules = try MessageRules([:])
        #expect(
            rules == MessageRules() && rules.openFor == 28 * 86_400 && rules.freeRounds == 1 && rules.mostRounds == 2)
        let set = try MessageRules(["open-for": "14d", "free-rounds": "0", "most-rounds": "1"])
        #expect(set.openFor == 14 * 86_400 && set.freeRounds == 0 && set.mostRounds == 1)
    }

    @Test("what would make a relationship of a clarification is refused, and so is what is no number")
    func refused() {
        for given in [
            ["open-for": "92d"], ["open-for": "23h"], ["open-for": "20wd"], ["open-for": "28"], ["free-rounds": "2"],
            ["free-rounds": "-1"], ["most-rounds": "0"], ["most-rounds": "5"], ["most-rounds": "two"], ["rounds": "1"],
        ] { #expect(isRefused(given), "\(given)") }
    }

    @Test("with no free round every message takes a second person; with one round in all the lock comes after it")
    func stricter() throws {
        func facts(_ given: [String: String]) throws -> CaseFacts {
            var facts = CaseFacts(
                kind: .activity, items: [0], isSetAside: false, isMessagingLocked: false, hasCode: true,
                messages: try MessageRules(given))
            facts.apply(CaseFixture.step(.opened, by: CaseFixture.analyst, after: facts))
            return facts
        }
        let none = try facts(["free-rounds": "0"])
        #expect(Workflow.verdict(on: .messaged, by: CaseFixture.analyst, facts: none) == .needs([.roundLeft]))
        #expect(Workflow.verdict(on: .messageProposed, by: CaseFixture.analyst, facts: none) == .allowed)
        var one = try facts(["most-rounds": "1"])
        one.apply(CaseFixture.step(.messaged, by: CaseFixture.analyst, after: one))
        #expect(one.drift.lock == .rounds && one.drift.needsReview)
    }

    @Test("a break-glass may be shorter than a day and never longer")
    func glass() throws {
        #expect(try Glass.lasts([:]) == Glass.longest)
        #expect(try Glass.lasts(["lasts": "8h"]) == 8 * 3_600)
        for text in ["25h", "2d", "30m", "same-day", "1wd", ""] {
            #expect((try? Glass.lasts(["lasts": text])) == nil, "\(text)")
        }
        #expect((try? Glass.lasts(["last": "8h"])) == nil)
        var facts = CaseFacts(
            kind: .activity, items: [0], isSetAside: false, isMessagingLocked: false, hasCode: true,
            glassLasts: 8 * 3_600)
        for (verb, officer) in [(Verb.opened, CaseFixture.analyst), (.glassBroken, CaseFixture.colleague)] {
            facts.apply(CaseFixture.step(verb, by: officer, after: facts))
        }
        let glass = try #require(facts.glasses.first)
        #expect(glass.ends - glass.begins == 8 * 3_600)
    }
}
