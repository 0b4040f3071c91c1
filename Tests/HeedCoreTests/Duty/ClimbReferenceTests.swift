import Testing

@testable import HeedCore

/// The same rules, walked minute by minute: slow, without any arithmetic that could skip a person.
@Suite("An alarm never ends in silence")
struct ClimbReferenceTests {
    private struct Walk {
        var told: [Telling] = []
        var latestRound: Telling?

        init(_ alarm: Alarm, _ rota: DutyRota, _ settings: ClimbSettings, until now: Instant) {
            var due = alarm.raised
            var seen: Set<String> = []
            var rung = -1
            var round: Int?
            var holders: [String: Instant] = [:]
            for word in alarm.acknowledgements where word.at >= alarm.raised {
                holders[word.person] = min(holders[word.person] ?? word.at, word.at)
            }
            var time = alarm.raised
            while time <= now {
                defer { time = time + 60 }
                if holders.values.contains(where: { $0 < time && time < $0 + settings.hold }) { continue }
                let there = rota.onDuty(at: time)
                if due <= time {
                    let higher = there.filter { $0.rung > rung }
                    due = time + settings.climbAfter
                    if let past = round {
                        round = past + 1
                        due = time + settings.repeatEvery
                        let all = Set(there.map(\.person)).union(rota.supervisors)
                        latestRound = Telling(at: time, persons: all.sorted(), why: .again(round: past + 1))
                        seen.formUnion(all)
                    } else if let lowest = higher.map(\.rung).min() {
                        let persons = higher.filter { $0.rung == lowest }.map(\.person)
                        told.append(
                            Telling(
                                at: time, persons: persons,
                                why: rung < 0 ? .onDuty(rung: lowest) : .climbed(rung: lowest)))
                        seen.formUnion(persons)
                        rung = lowest
                    } else {
                        round = 0
                        due = time + settings.repeatEvery
                        told.append(
                            Telling(
                                at: time, persons: rota.supervisors.sorted(),
                                why: rung < 0 ? .nobodyOnDuty : .nobodyAnswered))
                        seen.formUnion(rota.supervisors)
                    }
                }
                let came = there.filter { (round != nil || $0.rung <= rung) && !seen.contains($0.person) }.map(\.person)
                if !came.isEmpty {
                    told.append(Telling(at: time, persons: came, why: .cameOnDuty))
                    seen.formUnion(came)
                }
            }
        }
    }

    @Test(
        "hundreds of rotas with gaps, overlaps, absences and acknowledgements: as walked minute by minute",
        arguments: 0..<300)
    func reference(seed: Int) throws {
        var chance = Chance(state: UInt64(seed) &* 7_919 &+ 1)
        let start = DutyFixture.moment("2026-10-24", "23:00")
        func minute(_ most: Int) -> Instant { start + Int64(chance.below(most)) * 60 }
        func person() -> String { "100\(chance.below(5))" }
        let settings = try #require(
            ClimbSettings(
                climbAfter: 60 * Int64(1 + chance.below(7)), repeatEvery: 60 * Int64(1 + chance.below(7)),
                hold: 60 * Int64(1 + chance.below(20))))
        let rota = DutyRota(
            slots: (0..<chance.below(8)).compactMap { _ in
                DutySlot(person: person(), rung: chance.below(3), begins: minute(200) + -3_600, ends: minute(260))
            },
            absences: (0..<chance.below(3)).compactMap { _ in
                Absence(person: person(), begins: minute(150), ends: minute(250))
            },
            supervisors: Array(["2001", "2002"].prefix(chance.below(3))))
        let alarm = Alarm(
            raised: minute(60),
            acknowledgements: (0..<chance.below(5)).map { _ in Alarm.Acknowledgement(person: person(), at: minute(240))
            })
        for elapsed in [0, 1, 4, 17, 60, 61, 150, 239] {
            let now = alarm.raised + Int64(elapsed) * 60
            let known = Alarm(raised: alarm.raised, acknowledgements: alarm.acknowledgements.filter { $0.at <= now })
            let call = AlarmCall(known, rota: rota, settings: settings, now: now)
            let walk = Walk(known, rota, settings, until: now)
            #expect(call.told.filter { !isRound($0) } == walk.told)
            #expect(call.told.last(where: isRound) == walk.latestRound)
            #expect(
                call == AlarmCall(alarm, rota: rota, settings: settings, now: now),
                "what comes later changes nothing now")

            // It rings on: the next telling is ahead, no further than one step or the holds allow, and it does come.
            let next = try #require(expected(of: call.state))
            let most =
                max(settings.climbAfter, settings.repeatEvery) + settings.hold * Int64(known.acknowledgements.count)
            #expect(now < next.at && next.at - now <= most)
            #expect(!next.persons.isEmpty || rota.supervisors.isEmpty)
            #expect(AlarmCall(known, rota: rota, settings: settings, now: next.at).told.contains(next))
        }
    }

    private func isRound(_ telling: Telling) -> Bool {
        if case .again = telling.why { true } else { false }
    }

    private func expected(of state: AlarmCall.State) -> Telling? {
        switch state {
        case .answered: nil
        case .held(_, _, let next), .ringing(let next): next
        }
    }
}
