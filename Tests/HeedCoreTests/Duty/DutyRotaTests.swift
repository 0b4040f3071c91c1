import HeedCore
import Testing

@Suite("The rota of duty")
struct DutyRotaTests {
    private typealias F = DutyFixture

    @Test("whose turn it is changes at the minute that is written, and the lowest rung that has anybody is first")
    func turns() {
        #expect(F.rota.first(at: F.moment("2026-11-24", "05:59")) == [])
        #expect(F.rota.first(at: F.moment("2026-11-24", "06:00")) == ["1001"])
        #expect(F.rota.onDuty(at: F.noon).map(\.person) == ["1001", "1002"])
        #expect(F.rota.first(at: F.moment("2026-11-24", "17:59")) == ["1001"])
        #expect(F.rota.first(at: F.moment("2026-11-24", "18:00")) == ["1003"])
        #expect(F.rota.first(at: F.moment("2026-11-25", "04:00")) == [])
    }

    @Test("two whose turns overlap are told together, and somebody on two rungs stands on the lower")
    func overlap() {
        let rota = DutyRota(
            slots: F.rota.slots + [
                F.slot("1004", ("2026-11-24", "11:00"), ("2026-11-24", "13:00")),
                F.slot("1004", rung: 1, ("2026-11-24", "11:00"), ("2026-11-24", "13:00")),
            ],
            supervisors: [])
        #expect(rota.first(at: F.noon) == ["1001", "1004"])
        #expect(rota.onDuty(at: F.noon).map(\.person) == ["1001", "1004", "1002"])
        #expect(rota.first(at: F.moment("2026-11-24", "13:00")) == ["1001"])
    }

    @Test("somebody absent is not on duty, and whoever is behind them is first")
    func absent() throws {
        let absence = try #require(Absence(person: "1001", begins: F.noon, ends: F.noon + 3_600))
        let rota = DutyRota(slots: F.rota.slots, absences: [absence], supervisors: [])
        #expect(rota.first(at: F.noon + -1) == ["1001"])
        #expect(rota.first(at: F.noon) == ["1002"])
        #expect(rota.first(at: F.noon + 3_600) == ["1001"])
    }

    @Test("gaps are found, absences make them, and what touches is one gap")
    func gaps() throws {
        let from = F.moment("2026-11-24", "00:00")
        let until = F.moment("2026-11-25", "12:00")
        let morning = from..<F.moment("2026-11-24", "06:00")
        let night = F.moment("2026-11-25", "04:00")..<until
        #expect(F.rota.gaps(from: from, until: until) == [morning, night])
        let absence = try #require(Absence(person: "1003", begins: F.moment("2026-11-24", "20:00"), ends: until + 60))
        let thinner = DutyRota(slots: F.rota.slots, absences: [absence], supervisors: [])
        #expect(thinner.gaps(from: from, until: until) == [morning, F.moment("2026-11-24", "20:00")..<until])
        #expect(DutyRota(slots: [], supervisors: ["2001"]).gaps(from: from, until: until) == [from..<until])
        #expect(F.rota.gaps(from: until, until: until) == [])
    }

    @Test(
        "nights on which clocks change have nobody's hour missing, wherever turns meet",
        arguments: [("2026-03-28", "2026-03-29", 7), ("2026-10-24", "2026-10-25", 9), ("2026-11-21", "2026-11-22", 8)],
        ["00:30", "01:00", "01:30", "02:00", "02:30"])
    func clocks(night: (eve: String, morning: String, hours: Int64), meets: String) {
        let whole = F.slot("1001", (night.eve, "22:00"), (night.morning, "06:00"))
        #expect(whole.ends - whole.begins == night.hours * 3_600)
        let rota = DutyRota(
            slots: [
                F.slot("1001", (night.eve, "22:00"), (night.morning, meets)),
                F.slot("1002", (night.morning, meets), (night.morning, "06:00")),
            ],
            supervisors: [])
        #expect(rota.gaps(from: whole.begins, until: whole.ends) == [])
        for person in ["1001", "1002"] {
            let slot = rota.slots.first { $0.person == person }!
            #expect(rota.onDuty(at: slot.begins).contains { $0.person == person })
        }
    }

    @Test("a turn or an absence that ends before it begins is none")
    func backwards() {
        #expect(DutySlot(person: "1001", rung: 0, begins: F.noon, ends: F.noon) == nil)
        #expect(DutySlot(person: "1001", rung: -1, begins: F.noon, ends: F.noon + 60) == nil)
        #expect(Absence(person: "1001", begins: F.noon, ends: F.noon + -1) == nil)
        #expect(ClimbSettings(climbAfter: 59, repeatEvery: 300, hold: 900) == nil)
        #expect(ClimbSettings(climbAfter: 300, repeatEvery: 300, hold: 0) == nil)
    }
}
