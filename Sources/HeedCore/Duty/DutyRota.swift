/// Who is on duty when, and who stands behind them.
/// Decides only who is told of an alarm. Nobody's absence closes the form, hides a report or stops a clock.
package struct DutyRota: Sendable, Equatable {
    package let slots: [DutySlot]
    package let absences: [Absence]
    /// Every supervisor, on the rota or not: the last to be told, and all at once.
    package let supervisors: [String]

    package init(slots: [DutySlot], absences: [Absence] = [], supervisors: [String]) {
        self.slots = slots
        self.absences = absences
        self.supervisors = supervisors
    }

    /// Somebody who is on duty, on the lowest of their rungs.
    package struct OnDuty: Sendable, Equatable {
        package let person: String
        package let rung: Int
    }

    /// Everybody on duty at a moment and not absent, first rung first, each person once.
    package func onDuty(at moment: Instant) -> [OnDuty] {
        var rungs: [String: Int] = [:]
        for slot in slots where slot.holds(moment) && !isAbsent(slot.person, at: moment) {
            rungs[slot.person] = min(rungs[slot.person] ?? slot.rung, slot.rung)
        }
        return rungs.map { OnDuty(person: $0.key, rung: $0.value) }
            .sorted { ($0.rung, $0.person) < ($1.rung, $1.person) }
    }

    /// Everybody on the lowest rung that has anybody; two whose turns overlap are told together.
    package func first(at moment: Instant) -> [String] { persons(at: moment, above: nil)?.persons ?? [] }

    /// The times between two moments at which nobody is on duty: for whoever draws up the rota, before it matters.
    package func gaps(from first: Instant, until last: Instant) -> [Range<Instant>] {
        let edges = Set(changes.filter { first < $0 && $0 < last } + [first, last]).sorted()
        var gaps: [Range<Instant>] = []
        for (start, end) in zip(edges, edges.dropFirst()) where onDuty(at: start).isEmpty {
            if let open = gaps.last, open.upperBound == start {
                gaps[gaps.count - 1] = open.lowerBound..<end
            } else {
                gaps.append(start..<end)
            }
        }
        return gaps
    }

    /// When it may change next who is on duty; nil after the last turn.
    package func nextChange(after moment: Instant) -> Instant? { changes.filter { $0 > moment }.min() }

    /// When the last turn ends: from then on nobody is on duty. Nil for a rota without turns.
    package var ends: Instant? { slots.map(\.ends).max() }

    /// Those on the lowest rung above another that has anybody at a moment.
    func persons(at moment: Instant, above rung: Int?) -> (rung: Int, persons: [String])? {
        let higher = onDuty(at: moment).filter { $0.rung > rung ?? -1 }
        guard let lowest = higher.first?.rung else { return nil }
        return (lowest, higher.filter { $0.rung == lowest }.map(\.person))
    }

    /// Moments at which somebody may come on duty, soonest first.
    var arrivals: [Instant] { Set(slots.map(\.begins) + absences.map(\.ends)).sorted() }

    private var changes: [Instant] {
        slots.flatMap { [$0.begins, $0.ends] } + absences.flatMap { [$0.begins, $0.ends] }
    }

    private func isAbsent(_ person: String, at moment: Instant) -> Bool {
        absences.contains { $0.person == person && $0.holds(moment) }
    }
}
