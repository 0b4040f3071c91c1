import Testing

@testable import HeedCore

@Suite("Clocks as a force has them")
struct ForceClocksTests {
    private let start = Instant(seconds: 1_800_000_000)

    private func fault(_ given: [String: String]) -> ClockFault? {
        do {
            _ = try ForceClocks(given)
            return nil
        } catch {
            return error
        }
    }

    @Test("a force that sets none has the declared ones, each of which has one name in its kind")
    func declared() throws {
        #expect(try ForceClocks([:]) == .declared)
        for (place, kind) in ReportKind.allCases.enumerated() {
            #expect(kind.place == place)
            #expect(ForceClocks.declared.rules(for: kind) == kind.declaredClocks)
            #expect(Set(kind.declaredClocks.map(\.name)).count == kind.declaredClocks.count, "\(kind)")
        }
        #expect(Set(ForceClocks.keys).count == ForceClocks.keys.count)
    }

    @Test("what is set changes its clock and no other, and nothing but its length")
    func overlay() throws {
        let clocks = try ForceClocks([
            "activity.look": "30m", "prevent.gateway": "3wd", "prevent.gateway-urgent": "12h",
        ])
        let look = try #require(clocks.rule(.look, for: .activity))
        #expect(look.limit == .minutes(30) && look.urgentLimit == .minutes(15) && look.urgentAlarmAfter == 300)
        let gateway = try #require(clocks.rule(.gateway, for: .prevent))
        #expect(gateway.limit == .workingDays(3, .englandAndWales) && gateway.urgentLimit == .hours(12))
        for kind in ReportKind.allCases {
            for (rule, declared) in zip(clocks.rules(for: kind), kind.declaredClocks) {
                #expect(rule.name == declared.name && rule.states == declared.states && rule.starts == declared.starts)
                let isSet = [(.activity, .look), (.prevent, .gateway)].contains { $0 == (kind, declared.name) }
                #expect((rule == declared) == !isSet, "\(kind) \(declared.name)")
            }
        }
        let times = CaseTimes(received: start)
        #expect(clocks.nearest(for: .activity, in: .received, times: times, isUrgent: false)?.due == start + 1_800)
    }

    @Test("a clock that was declared without an urgent limit gets none by being set, and one by its own key")
    func withoutUrgent() throws {
        let set = try #require(try ForceClocks(["activity.decide": "7d"]).rule(.decide, for: .activity))
        #expect(set.limit == .days(7) && set.urgentLimit == .days(7))
        let both = ["activity.decide": "7d", "activity.decide-urgent": "2d"]
        #expect(try ForceClocks(both).rule(.decide, for: .activity)?.urgentLimit == .days(2))
    }

    @Test("every clock can be set but what an Act sets, and every key says why it may not be used")
    func everyKey() throws {
        for kind in ReportKind.allCases {
            for rule in kind.declaredClocks {
                for urgent in [false, true] {
                    let key = ForceClocks.key(of: rule.name, kind, urgent: urgent)
                    if rule.act == nil {
                        #expect(fault([key: urgent ? rule.urgentLimit.text : rule.limit.text]) == nil, "\(key)")
                        #expect(fault([key: "0h"])?.reason == "clocks.\(key) is \"0h\"")
                        #expect(fault([key: "none"])?.remedy.contains("15m") == true)
                    } else {
                        let refused = try #require(fault([key: "1h"]))
                        #expect(refused.reason.contains("clocks.\(key) is set by law"))
                        #expect(refused.reason.contains("Terrorism Act 2006, section 3(2)(b) and (9)"))
                        #expect(refused.remedy == "remove the setting")
                    }
                }
            }
        }
        #expect(ReportKind.allCases.flatMap(\.declaredClocks).filter { $0.act != nil }.map(\.name) == [.notice])
    }

    @Test("a key that names no clock is refused with those that there are")
    func stray() throws {
        for key in ["activity.lok", "activity", "activity.gateway", "activity.look-urgent-urgent"] {
            let refused = try #require(fault([key: "1h"]))
            #expect(refused.reason == "there is no setting clocks.\(key)")
            #expect(refused.remedy.contains("clocks.activity.look, clocks.activity.look-urgent, "))
            #expect(!refused.remedy.contains("clocks.prevent"))
        }
        let unknown = try #require(fault(["gossip.look": "1h"]))
        #expect(unknown.reason == "there is no setting clocks.gossip.look" && unknown.remedy == "remove it")
        #expect(fault(["HEED_CLOCKS_X": "1h"])?.reason == "there is no setting HEED_CLOCKS_X")
    }

    @Test("an urgent limit longer than the calm one is refused with the remedy, whichever of the two was set")
    func urgentLonger() throws {
        for given in [["activity.look": "10m"], ["activity.look-urgent": "2h"], ["prevent.gateway-urgent": "6d"]] {
            let refused = try #require(fault(given))
            #expect(refused.reason.contains("longer than clocks."), "\(refused)")
            #expect(refused.remedy.contains("or less: cues only ever make it shorter"))
        }
        #expect(fault(["activity.look": "10m", "activity.look-urgent": "10m"]) == nil)
        // Which is longer cannot be told at a glance, so it is not taken.
        #expect(fault(["activity.triage-urgent": "1wd"]) != nil)
    }

    @Test("the alarm of urgent looks comes no later than their limit")
    func alarm() throws {
        let clocks = try ForceClocks(["urgent-alarm": "2m"])
        for kind in ReportKind.allCases {
            for name in [ClockRule.Name.look, .read] { #expect(clocks.rule(name, for: kind)?.urgentAlarmAfter == 120) }
        }
        #expect(fault(["urgent-alarm": "16m"])?.remedy.contains("15m or less") == true)
        let early = try #require(fault(["activity.look-urgent": "3m"]))
        #expect(early.reason.contains("clocks.urgent-alarm is 5m, later than clocks.activity.look-urgent, 3m"))
        let together = ["activity.look-urgent": "3m", "urgent-alarm": "3m"]
        #expect(fault(together) == nil)
        for text in ["1wd", "same-day", "soon", "0m"] { #expect(fault(["urgent-alarm": text]) != nil) }
    }

    @Test("cues make no clock later, whatever the time of day and the day of the week")
    func neverLater() throws {
        for kind in ReportKind.allCases {
            for hour in 0..<24 * 8 {
                let from = start + (Seconds(hour) * 3_600 - 60)
                let times = CaseTimes(
                    received: from, followUp: from, opened: from, waiting: from, since: from, locked: from,
                    notice: from,
                    asked: from, answer: from)
                for rule in kind.declaredClocks {
                    let state = try #require(rule.states.first)
                    let clock = { (isUrgent: Bool) in RunningClock(rule, in: state, times: times, isUrgent: isUrgent) }
                    let urgent = try #require(clock(true))
                    let calm = try #require(clock(false))
                    #expect(urgent.due <= calm.due && urgent.alarm <= urgent.due, "\(kind) \(rule.name) \(hour)")
                }
            }
        }
    }

    @Test(
        "the queue goes by the clocks of the force: what rings, what is due first, and what a board counts as overdue")
    func queue() throws {
        let clocks = try ForceClocks(["activity.look": "30m"])
        let card = CardHead(
            kind: .activity, state: .received, times: CaseTimes(received: start), cues: [], isSetAside: false,
            unopenedItems: 0, holder: nil, waiting: nil, priority: nil, likeness: Likeness(parts: 0, exact: 0))
        let moment = start + 1_801
        for (clocks, group, part) in [
            (clocks, QueueGroup.alarm, WeekPart.overdue), (.declared, .unopened, .inTime),
        ] as [(ForceClocks, QueueGroup, WeekPart)] {
            let viewer = QueueGroup.Viewer(CaseFixture.analyst, clocks: clocks)
            #expect(QueueGroup.group(of: card, for: viewer, at: moment) == group)
            #expect(WeekPart(of: card, by: clocks, at: moment) == part)
            let work = BoardWork(of: [card], unread: 0, for: CaseFixture.supervisor, by: clocks, at: moment)
            #expect(work.overdue == (part == .overdue ? 1 : 0))
        }
    }
}
