import Testing

@testable import HeedCore

@Suite("An alarm climbs the rota")
struct AlarmCallTests {
    private typealias F = DutyFixture

    @Test("nobody acknowledges: first rung, second rung, all supervisors, then all again every five minutes")
    func climbs() {
        let alarm = Alarm(raised: F.noon)
        #expect(
            F.tellings(alarm, after: 1_201) == [
                Telling(at: F.noon, persons: ["1001"], why: .onDuty(rung: 0)),
                Telling(at: F.noon + 300, persons: ["1002"], why: .climbed(rung: 1)),
                Telling(at: F.noon + 600, persons: ["2001", "2002"], why: .nobodyAnswered),
                Telling(at: F.noon + 1_200, persons: ["1001", "1002", "2001", "2002"], why: .again(round: 2)),
            ])
        #expect(F.tellings(alarm, after: 299).count == 1)
        #expect(F.tellings(alarm, after: 300).count == 2)
        let call = AlarmCall(alarm, rota: F.rota, now: F.noon + 301)
        #expect(
            call.state
                == .ringing(next: Telling(at: F.noon + 600, persons: ["2001", "2002"], why: .nobodyAnswered)))
    }

    @Test("nobody is on duty: all supervisors at once, and it says why")
    func gap() {
        let raised = F.moment("2026-11-25", "05:00")
        #expect(
            F.tellings(Alarm(raised: raised), after: 0)
                == [Telling(at: raised, persons: ["2001", "2002"], why: .nobodyOnDuty)])
    }

    @Test("everybody is absent, supervisors too: all supervisors all the same")
    func everybodyAbsent() {
        let everybody = ["1001", "1002", "1003", "2001", "2002"]
        let absences = everybody.map { Absence(person: $0, begins: F.noon + -86_400, ends: F.noon + 86_400)! }
        let rota = DutyRota(slots: F.rota.slots, absences: absences, supervisors: F.rota.supervisors)
        #expect(
            F.tellings(Alarm(raised: F.noon), rota, after: 300) == [
                Telling(at: F.noon, persons: ["2001", "2002"], why: .nobodyOnDuty),
                Telling(at: F.noon + 300, persons: ["2001", "2002"], why: .again(round: 1)),
            ])
    }

    @Test("a rota without anybody still rings, and says that it rings for nobody")
    func nobodyAtAll() {
        let call = AlarmCall(Alarm(raised: F.noon), rota: DutyRota(slots: [], supervisors: []), now: F.noon)
        #expect(call.told == [Telling(at: F.noon, persons: [], why: .nobodyOnDuty)])
        #expect(call.state == .ringing(next: Telling(at: F.noon + 300, persons: [], why: .again(round: 1))))
    }

    @Test("an acknowledgement stops the climb for a quarter of an hour, and then it goes on where it was")
    func hold() {
        let alarm = Alarm(raised: F.noon, acknowledgements: [F.acknowledged("1001", F.noon + 120)])
        let next = Telling(at: F.noon + 1_020, persons: ["1002"], why: .climbed(rung: 1))
        let held = AlarmCall(alarm, rota: F.rota, now: F.noon + 1_019)
        #expect(held.told.count == 1)
        #expect(held.state == .held(by: "1001", until: F.noon + 1_020, next: next))
        let after = AlarmCall(alarm, rota: F.rota, now: F.noon + 1_020)
        #expect(after.told.last == next)
    }

    @Test(
        "nobody puts an alarm off twice; another person may, once; words from before or from nobody's time do not count"
    )
    func holdsOnce() {
        let again = (1...40).map { F.acknowledged("1001", F.noon + Int64($0) * 600) }
        let alarm = Alarm(raised: F.noon, acknowledgements: again.reversed() + [F.acknowledged("1009", F.noon + -60)])
        #expect(AlarmCall(alarm, rota: F.rota, now: F.noon + 3_600).told.map(\.at).max()! >= F.noon + 3_300)
        let two = Alarm(
            raised: F.noon,
            acknowledgements: [F.acknowledged("1001", F.noon + 60), F.acknowledged("1002", F.noon + 600)])
        #expect(AlarmCall(two, rota: F.rota, now: F.noon + 1_499).told.count == 1)
        #expect(AlarmCall(two, rota: F.rota, now: F.noon + 1_500).told.count == 2)
        let later = Alarm(raised: F.noon, acknowledgements: [F.acknowledged("1001", F.noon + 301)])
        #expect(AlarmCall(later, rota: F.rota, now: F.noon + 300).told.count == 2)
    }

    @Test("whoever comes on duty while it rings is told as they come")
    func shiftChange() {
        let raised = F.moment("2026-11-24", "17:58")
        let eighteen = F.moment("2026-11-24", "18:00")
        let told = F.tellings(Alarm(raised: raised), after: 180)
        #expect(told.last == Telling(at: eighteen, persons: ["1003"], why: .cameOnDuty))
        // From 18:00 the second rung is empty: next are the supervisors.
        #expect(F.tellings(Alarm(raised: raised), after: 300).last?.why == .nobodyAnswered)
    }

    @Test("opening what rang ends it, and nobody is told after")
    func answered() {
        let alarm = Alarm(raised: F.noon, answered: F.noon + 299)
        let call = AlarmCall(alarm, rota: F.rota, now: F.noon + 86_400)
        #expect(call.told.count == 1)
        #expect(call.state == .answered(F.noon + 299))
        #expect(AlarmCall(alarm, rota: F.rota, now: F.noon + 298).state != .answered(F.noon + 299))
    }

    @Test("ten years of ringing are reckoned as quickly as ten minutes, and still ring")
    func years() {
        let now = F.noon + 10 * 365 * 86_400 + 7
        let call = AlarmCall(Alarm(raised: F.noon), rota: F.rota, now: now)
        #expect(call.told.count < 10)
        #expect(call.told.last.map { now - $0.at <= 300 } == true)
        #expect(call.told.last?.why == .again(round: Int((call.told.last!.at - (F.noon + 600)) / 300)))
    }
}
