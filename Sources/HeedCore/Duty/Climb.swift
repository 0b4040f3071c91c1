/// The way of an alarm up the rota, one telling after the other, without end.
struct Climb {
    private let rota: DutyRota
    private let settings: ClimbSettings
    private let holds: [Hold]
    private let supervisors: [String]

    /// When the next stage is due, but for somebody's hold.
    private var due: Instant
    private var arrivals: ArraySlice<Instant>
    private var told: Set<String> = []
    /// The highest rung told so far; nil before the first.
    private var rung: Int?
    /// Rounds told since all were told; nil while there are rungs left.
    private var rounds: Int?

    init(alarm: Alarm, rota: DutyRota, settings: ClimbSettings, holds: [Hold]) {
        self.rota = rota
        self.settings = settings
        self.holds = holds
        supervisors = Array(Set(rota.supervisors)).sorted()
        due = alarm.raised
        arrivals = rota.arrivals.filter { $0 > alarm.raised }[...]
    }

    /// - Parameter end: rounds before the last one until then are passed over, since only the latest is of use.
    mutating func next(before end: Instant) -> Telling {
        while let arrival = arrivals.first {
            let moment = released(arrival)
            guard moment < released(due) else { break }
            arrivals.removeFirst()
            let came = rota.onDuty(at: moment).filter { rounds != nil || $0.rung <= rung ?? -1 }.map(\.person)
                .filter { !told.contains($0) }
            if !came.isEmpty { return tell(came, at: moment, .cameOnDuty) }
        }
        let moment = released(due)
        due = moment + settings.climbAfter
        if rounds == nil, let found = rota.persons(at: moment, above: rung) {
            defer { rung = found.rung }
            return tell(found.persons, at: moment, rung == nil ? .onDuty(rung: found.rung) : .climbed(rung: found.rung))
        }
        guard let past = rounds else {
            rounds = 0
            due = moment + settings.repeatEvery
            return tell(supervisors, at: moment, rung == nil ? .nobodyOnDuty : .nobodyAnswered)
        }
        return again(past, from: moment, before: end)
    }

    private mutating func again(_ past: Int, from moment: Instant, before end: Instant) -> Telling {
        // As far as nothing else can come between.
        let edge = (holds.map(\.begins).filter { $0 >= moment } + arrivals.prefix(1) + [end]).min()!
        let skipped = max(0, (edge - moment) / settings.repeatEvery - 1)
        let moment = moment + skipped * settings.repeatEvery
        rounds = past + Int(skipped) + 1
        due = moment + settings.repeatEvery
        let all = Set(rota.onDuty(at: moment).map(\.person)).union(supervisors).sorted()
        return tell(all, at: moment, .again(round: past + Int(skipped) + 1))
    }

    private mutating func tell(_ persons: [String], at moment: Instant, _ why: Telling.Why) -> Telling {
        told.formUnion(persons)
        return Telling(at: moment, persons: persons, why: why)
    }

    /// When something that is due at a moment happens: then, or when the holds that cover it have ended.
    private func released(_ moment: Instant) -> Instant {
        var moment = moment
        for hold in holds where hold.begins < moment && moment < hold.ends { moment = hold.ends }
        return moment
    }
}
