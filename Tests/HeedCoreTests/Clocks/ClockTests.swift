import HeedCore
import Testing

@Suite("Clocks")
struct ClockTests {
    private let start = Instant(seconds: 1_800_000_000)

    @Test("an urgent report alarms after five minutes and is due after fifteen; another is due in an hour")
    func look() throws {
        let urgent = try #require(
            ForceClocks.declared.running(
                for: .activity, in: .received, times: CaseTimes(received: start), isUrgent: true
            ).first
        )
        #expect(urgent.name == .look)
        #expect(urgent.alarm - start == 300)
        #expect(urgent.due - start == 900)
        let calm = try #require(
            ForceClocks.declared.running(
                for: .activity, in: .received, times: CaseTimes(received: start), isUrgent: false
            )
            .first)
        #expect(calm.due - start == 3_600)
    }

    @Test("a follow-up that nobody opened runs a clock of its own, also on a finished report, and rings when it is due")
    func followUp() throws {
        let came = start + 5 * 86_400
        for state in CaseState.allCases where state != .received {
            let times = CaseTimes(received: start, followUp: came, opened: start, waiting: start)
            let clock = ForceClocks.declared.running(for: .activity, in: state, times: times, isUrgent: false).first {
                $0.name == .read
            }
            #expect(clock?.due == came + 3_600, "\(state)")
        }
        var answered = card(.closed, cues: [], holder: "1002")
        answered.unopenedItems = 1
        answered.times.followUp = came
        for officer in [CaseFixture.analyst, CaseFixture.colleague] {
            #expect(QueueGroup.group(of: answered, for: officer, at: came + 3_600) != .alarm)
            #expect(QueueGroup.group(of: answered, for: officer, at: came + 3_601) == .alarm)
        }
    }

    @Test("every open state has a clock running, so nothing open can be forgotten", arguments: CaseState.allCases)
    func always(state: CaseState) {
        let times = CaseTimes(received: start, opened: start, waiting: start)
        #expect(
            ForceClocks.declared.running(for: .activity, in: state, times: times, isUrgent: false).isEmpty == !state
                .isOpen)
    }

    @Test("what is left rounds down and what is over rounds up")
    func rounding() {
        #expect(Remaining(seconds: 3_599).amount == 59)
        #expect(Remaining(seconds: -61) == Remaining(seconds: -120))
        #expect(Remaining(seconds: 3 * 86_400 + 5).unit == .days)
        #expect(Remaining(seconds: 86_399).amount == 23)
    }

    @Test("urgent and unopened comes before everything else, whoever looks")
    func order() {
        let calm = card(.received, cues: [])
        let urgent = card(.received, cues: [.danger])
        let mine = card(.opened, cues: [], holder: "1001")
        let aside = card(.received, cues: [], setAside: true)
        let asideUrgent = card(.received, cues: [.weapons], setAside: true)
        let officer = CaseFixture.analyst
        let positions = [urgent, mine, calm, aside].map { QueuePosition(of: $0, for: officer, at: start) }
        #expect(positions == positions.sorted())
        #expect(QueueGroup.group(of: asideUrgent, for: officer, at: start) == .alarm)
        #expect(QueueGroup.group(of: calm, for: officer, at: start + 4_000) == .alarm)
    }

    @Test("a follow-up waits for whoever holds the report; a proposal waits for supervisors other than its author")
    func waiting() {
        var answered = card(.researched, cues: [], holder: "1001")
        answered.unopenedItems = 1
        #expect(QueueGroup.group(of: answered, for: CaseFixture.analyst, at: start) == .waitingForMe)
        #expect(QueueGroup.group(of: answered, for: CaseFixture.colleague, at: start) == .later)
        var proposed = card(.proposed, cues: [], holder: "1001")
        proposed.waitingPerson = "1001"
        #expect(QueueGroup.group(of: proposed, for: CaseFixture.supervisor, at: start) == .waitingForMe)
        #expect(QueueGroup.group(of: proposed, for: CaseFixture.analystAsSupervisor, at: start) != .waitingForMe)
    }

    private func card(_ state: CaseState, cues: Cues, holder: String? = nil, setAside: Bool = false) -> Card {
        Card(
            kind: .activity, state: state, times: CaseTimes(received: start, opened: holder == nil ? nil : start),
            cues: cues, signs: [],
            language: "en", length: .short, lane: [], isSetAside: setAside,
            holder: holder.map { .init(username: $0, person: $0) },
            unopenedItems: state == .received ? 1 : 0, waitingPerson: nil, gist: "", priority: nil,
            likeness: Likeness(of: [:], in: ActivityForm.form))
    }
}
