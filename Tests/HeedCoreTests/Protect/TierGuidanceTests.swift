import HeedCore
import Testing

@Suite("Martyn's Law as guidance")
struct TierGuidanceTests {
    private let today = CalendarDay(iso: "2026-11-28")!
    private let standardAtAnySize: Set<PremisesUse> = [.worship, .childcare, .school, .furtherEducation]

    @Test("each boundary, for every use: under 200, to 799, from 800", arguments: PremisesUse.allCases)
    func boundaries(use: PremisesUse) {
        let tiers = [0, 1, 199, 200, 201, 799, 800, 801, 100_000].map { people in
            TierGuidance.premises(use: use, people: people, today: today).tier
        }
        let small = [TierGuidance.Tier](repeating: .outside, count: 3)
        switch use {
        case .unlisted: #expect(tiers == [TierGuidance.Tier](repeating: .outside, count: 9))
        case .unsure: #expect(tiers == small + [TierGuidance.Tier](repeating: .unclear, count: 6))
        case _ where standardAtAnySize.contains(use):
            #expect(tiers == small + [TierGuidance.Tier](repeating: .standard, count: 6))
        default: #expect(tiers == small + [.standard, .standard, .standard, .enhanced, .enhanced, .enhanced])
        }
    }

    @Test("an event qualifies from 800 with checks at the entrance, but not at a place of worship or a school")
    func events() {
        func tier(_ use: PremisesUse, _ people: Int?, _ checks: Bool?) -> TierGuidance.Tier {
            TierGuidance.event(at: use, people: people, checksEntry: checks, today: today).tier
        }
        #expect([799, 800].map { tier(.unlisted, $0, true) } == [.outside, .enhanced])
        #expect([799, 800].map { tier(.hall, $0, false) } == [.outside, .outside])
        #expect(tier(.hall, 799, nil) == .outside)
        #expect(tier(.hall, 800, nil) == .unclear)
        #expect(tier(.hall, nil, true) == .unclear)
        #expect(tier(.hall, nil, false) == .outside)
        for use in standardAtAnySize { #expect(tier(use, 5_000, true) == .outside) }
    }

    @Test(
        "whatever comes out, the first thing said is that it is guidance and no certificate, the second who is counted")
    func always() {
        for use in PremisesUse.allCases {
            for people in [nil, -1, 0, 199, 200, 799, 800, Int.max] {
                for day in ["2020-01-01", "2026-11-28", "2035-01-01"] {
                    let day = CalendarDay(iso: day)!
                    let all =
                        [TierGuidance.premises(use: use, people: people, today: day)]
                        + [nil, true, false].map { checks in
                            TierGuidance.event(at: use, people: people, checksEntry: checks, today: day)
                        }
                    for guidance in all {
                        #expect(guidance.statements.prefix(2) == [.guidanceOnly, .countsEverybody])
                        #expect(guidance.statements.count >= 4, "a reason and whether it is in force")
                        #expect(Set(guidance.statements).count == guidance.statements.count)
                        #expect(guidance.asOf == TierRules().asOf)
                    }
                }
            }
        }
    }

    @Test("what is not known is said, and never becomes a tier")
    func unknown() {
        let number = TierGuidance.premises(use: .hall, people: nil, today: today)
        #expect(number.tier == .unclear && number.statements.contains(.numberUnknown))
        let use = TierGuidance.premises(use: .unsure, people: 200, today: today)
        #expect(use.tier == .unclear && use.statements.contains(.useUnknown))
    }

    @Test("the duties are not in force until a day is set, and then from that day")
    func inForce() {
        var rules = TierRules()
        #expect(
            TierGuidance.premises(use: .shop, people: 200, today: today, rules: rules).statements.contains(.notInForce))
        rules.inForceFrom = today.adding(1)
        #expect(
            TierGuidance.premises(use: .shop, people: 200, today: today, rules: rules).statements.contains(.notInForce))
        let next = TierGuidance.premises(use: .shop, people: 200, today: today.adding(1), rules: rules)
        #expect(next.statements.contains(.inForce) && !next.statements.contains(.notInForce))
    }

    @Test("figures that nobody looked at again say so")
    func old() {
        let rules = TierRules()
        #expect(rules.asOf < rules.reviewBy)
        let last = TierGuidance.premises(use: .shop, people: 200, today: rules.reviewBy, rules: rules)
        #expect(!last.statements.contains(.maybeOld))
        let after = TierGuidance.premises(use: .shop, people: 200, today: rules.reviewBy.adding(1), rules: rules)
        #expect(after.statements.contains(.maybeOld))
    }

    @Test("the figures are settings: other thresholds move every boundary")
    func settings() {
        var rules = TierRules()
        rules.standardFrom = 300
        rules.enhancedFrom = 900
        rules.eventFrom = 1_000
        rules.alwaysStandard = [.hall]
        let tiers = [299, 300, 899, 900].map {
            TierGuidance.premises(use: .school, people: $0, today: today, rules: rules).tier
        }
        #expect(tiers == [.outside, .standard, .standard, .enhanced])
        #expect(TierGuidance.premises(use: .hall, people: 900, today: today, rules: rules).tier == .standard)
        #expect(
            TierGuidance.event(at: .shop, people: 999, checksEntry: true, today: today, rules: rules).tier == .outside)
        #expect(
            TierGuidance.event(at: .shop, people: 1_000, checksEntry: true, today: today, rules: rules).tier
                == .enhanced)
    }
}

@Suite("How many people")
struct PeopleCountTests {
    @Test(
        "one number is read, and a guess is never made of several or of none",
        arguments: [
            ("850", 850), ("about 1,200 people", 1_200), ("  40 ", 40), ("", nil), ("many", nil), ("200 to 300", nil),
            ("12345678", nil), ("٣٠٠", nil), ("0", 0),
        ] as [(String, Int?)])
    func read(text: String, count: Int?) {
        #expect(PeopleCount.read(text) == count)
    }
}
