import HeedCore
import Testing

@Suite("Writing to a reporter")
struct DriftTests {
    private let analyst = CaseFixture.analyst
    private let supervisor = CaseFixture.supervisor

    private func opened(locked: Bool = false, over: Bool = false) -> CaseFacts {
        var facts = CaseFacts(
            kind: .activity, items: [0], isSetAside: false, isMessagingLocked: locked, hasCode: true,
            isThreadOver: over)
        facts.apply(CaseFixture.step(.opened, by: analyst, after: facts))
        return facts
    }

    private func after(_ verbs: [Verb], _ start: CaseFacts, saying: String = "") -> CaseFacts {
        var facts = start
        for verb in verbs {
            let second = CaseFixture.second.contains(verb)
            facts.apply(CaseFixture.step(verb, by: second ? supervisor : analyst, after: facts, saying: saying))
        }
        return facts
    }

    private func verdict(_ verb: Verb, _ facts: CaseFacts, by officer: Officer? = nil) -> Workflow.Verdict {
        Workflow.verdict(on: verb, by: officer ?? analyst, facts: facts)
    }

    @Test("the first round of approved questions is free, the second takes a second person, before the third it locks")
    func rounds() {
        var facts = opened()
        #expect(verdict(.messaged, facts) == .allowed)
        facts = after([.messaged], facts)
        #expect(verdict(.messaged, facts) == .needs([.roundLeft]))
        #expect(verdict(.messageProposed, facts) == .allowed)
        facts = after([.messageProposed], facts)
        #expect(verdict(.messageSigned, facts) == .othersOnly([.supervisor]))
        #expect(verdict(.messageSigned, facts, by: supervisor) == .allowed)
        facts = after([.messageSigned], facts)
        #expect(facts.drift.rounds == 2 && facts.drift.lock == .rounds && facts.drift.needsReview)
        #expect(verdict(.messageProposed, facts) == .needs([.messagingOpen]))
    }

    @Test("nobody signs their own words, not even through a second account, and nobody else takes them back")
    func twoPersons() {
        let facts = after([.messageProposed], opened())
        for verb in [Verb.messageSigned, .messageRefused] {
            #expect(throws: Refusal.notAllowed("need.another-person")) {
                try Workflow.require(verb, by: CaseFixture.analystAsSupervisor, facts: facts)
            }
        }
        #expect(verdict(.messageWithdrawn, facts, by: supervisor) == .needs([.samePerson]))
        #expect(verdict(.messageWithdrawn, facts) == .allowed)
        #expect(verdict(.messaged, facts) == .needs([.noMessageWaits]))
    }

    @Test("a message and a proposal wait apart: answering one leaves the other")
    func apart() {
        var facts = after([.triaged, .researched, .proposed, .messageProposed], opened())
        #expect(facts.waiting?.number == 4 && facts.drift.waiting?.number == 5)
        facts = after([.messageSigned], facts)
        #expect(facts.waiting?.number == 4 && facts.drift.waiting == nil && facts.state == .proposed)
    }

    @Test("a relation and a child are locked from the start, and one that an officer notes from then on")
    func relation() {
        let told = opened(locked: true)
        #expect(told.drift.lock == .relation && told.drift.needsReview && told.drift.unreviewedSince == nil)
        #expect(verdict(.messageProposed, told) == .needs([.messagingOpen]))
        let noted = after([.relationNoted], opened())
        #expect(noted.drift.lock == .relation && noted.drift.unreviewedSince == Instant(seconds: 1))
        // What waited to be signed when the lock came is not sent.
        let waited = after([.messageProposed, .relationNoted], opened())
        #expect(verdict(.messageSigned, waited, by: supervisor) == .needs([.messagingOpen]))
    }

    @Test("only what the source unit said, recorded by another than who asked, opens a lock")
    func review() {
        var facts = opened(locked: true)
        #expect(verdict(.sourceReviewed, facts, by: supervisor) == .needs([.reviewWaits, .anotherPerson]))
        facts = after([.reviewAsked], facts)
        #expect(throws: Refusal.notAllowed("need.another-person")) {
            try Workflow.require(.sourceReviewed, by: CaseFixture.analystAsSupervisor, facts: facts)
        }
        let cleared = after([.sourceReviewed], facts, saying: "cleared")
        #expect(cleared.drift.lock == nil && !cleared.drift.needsReview)
        // One round, and with a second person: never the free one.
        #expect(verdict(.messaged, cleared) == .needs([.roundLeft]))
        let sent = after([.messageProposed, .messageSigned], cleared)
        #expect(sent.drift.lock == .relation && sent.drift.needsReview)
        let kept = after([.sourceReviewed], facts, saying: "stay-locked")
        #expect(kept.drift.lock == .relation && !kept.drift.needsReview)
        #expect(verdict(.reviewAsked, kept) == .allowed)
        let transferred = after([.sourceReviewed], facts, saying: "transferred")
        #expect(transferred.drift.lock == .transferred && !transferred.drift.needsReview)
        #expect(verdict(.reviewAsked, transferred) == .needs([.messagingLocked]))
    }

    @Test(
        "a repeat report on the same subject by a relation locks again what was cleared; by anybody else it only counts"
    )
    func repeated() {
        let cleared = after([.reviewAsked, .sourceReviewed], opened(locked: true), saying: "cleared")
        let again = after([.linked], cleared)
        #expect(again.drift.lock == .repeated && again.drift.linked == 1 && again.drift.needsReview)
        let stranger = after([.linked, .linked], opened())
        #expect(stranger.drift.lock == nil && stranger.drift.linked == 2)
    }

    @Test("after 28 days nobody writes, and nothing opens it again")
    func over() {
        for facts in [opened(over: true), after([.messageProposed], opened(over: true))] {
            for verb in [Verb.messaged, .messageProposed, .messageSigned] {
                let officer = verb == .messageSigned ? supervisor : analyst
                guard case .needs(let needs) = verdict(verb, facts, by: officer) else {
                    Issue.record("\(verb) is taken")
                    continue
                }
                #expect(needs.contains(.threadOpen))
            }
        }
        let reviewed = after([.reviewAsked, .sourceReviewed], opened(locked: true, over: true), saying: "cleared")
        #expect(verdict(.messageProposed, reviewed) == .needs([.threadOpen]))
    }

    @Test("the lock's clock runs one working day from what locked it, and stops when the source unit has looked")
    func clock() {
        let friday = Instant(seconds: 1_795_802_400)  // 27 November 2026, 18:00 GMT
        let times = CaseTimes(received: friday, opened: friday, locked: friday)
        for kind in ReportKind.allCases {
            let clock = ForceClocks.declared.running(for: kind, in: .opened, times: times, isUrgent: false)
                .first { $0.name == .review }
            #expect(clock?.due == LondonTime.end(of: CalendarDay(iso: "2026-11-30")!), "\(kind)")
            let none = CaseTimes(received: friday, opened: friday)
            #expect(
                !ForceClocks.declared.running(for: kind, in: .opened, times: none, isUrgent: false)
                    .contains { $0.name == .review })
            // No lock without a clock, and no row without its clock.
            #expect(kind.workflow.rule(for: .sourceReviewed) != nil)
        }
    }

    @Test("however messages go, no step of them moves the report, and every state of them answers every role")
    func exhaustive() {
        let people = [analyst, supervisor, CaseFixture.analystAsSupervisor, CaseFixture.colleague]
        let verbs = Verb.allCases.filter { CaseFixture.messages.contains($0) || [.taken, .putBack].contains($0) }
        for locked in [false, true] {
            var found = Set<String>()
            var frontier = [opened(locked: locked)]
            while !frontier.isEmpty {
                var next: [CaseFacts] = []
                for facts in frontier
                where found.insert(shape(facts)).inserted && facts.drift.rounds < 4 && facts.drift.linked < 3 {
                    for verb in Verb.allCases where CaseFixture.messages.contains(verb) {
                        for role in Role.allCases {
                            let officer = CaseFixture.officer("x", person: "9", role: role)
                            let isAllowed = verdict(verb, facts, by: officer) == .allowed
                            #expect(isAllowed == ((try? Workflow.require(verb, by: officer, facts: facts)) != nil))
                            if isAllowed { #expect(ActivityWorkflow.table.roles(for: verb).contains(role)) }
                        }
                    }
                    for verb in verbs {
                        for officer in people where verdict(verb, facts, by: officer) == .allowed {
                            // What is sent is never sent while it is locked, nor by one person past the first round.
                            if [.messaged, .messageSigned].contains(verb) { #expect(facts.drift.lock == nil) }
                            if verb == .messaged { #expect(facts.drift.rounds == 0 && !locked) }
                            for saying in verb == .sourceReviewed ? Drift.Outcome.allCases.map(\.rawValue) : [""] {
                                var after = facts
                                after.apply(CaseFixture.step(verb, by: officer, after: facts, saying: saying))
                                #expect(after.state == facts.state)
                                next.append(after)
                            }
                        }
                    }
                }
                frontier = next
            }
            #expect(found.count > 100)
        }
    }

    private func shape(_ facts: CaseFacts) -> String {
        let drift = facts.drift
        return "\(drift.rounds) \(drift.linked) \(drift.isRelation) \(drift.waiting?.person ?? "-") "
            + "\(drift.asked?.person ?? "-") \(drift.lock?.rawValue ?? "-") \(drift.needsReview) \(drift.isFree) "
            + "\(facts.holder?.person ?? "-")"
    }
}
