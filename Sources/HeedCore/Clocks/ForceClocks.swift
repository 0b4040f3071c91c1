/// The clocks of every kind of report as one force has them: the declared rules, with the force's lengths laid over.
///
/// Exactly the clocks that are declared, each of some length; cues only ever make one shorter, and the alarm of an urgent look
/// comes no later than its limit. A limit that an Act sets is as the Act has it.
package struct ForceClocks: Sendable, Equatable {
    /// By the place of the kind: thousands of cards ask at each look.
    private let rules: [[ClockRule]]

    /// As declared with each kind: what a force has that sets none.
    package static let declared = ForceClocks(rules: ReportKind.allCases.map(\.declaredClocks))

    init(rules: [[ClockRule]]) { self.rules = rules }

    package func rules(for kind: ReportKind) -> [ClockRule] { rules[kind.place] }

    package func rule(_ name: ClockRule.Name, for kind: ReportKind) -> ClockRule? {
        rules(for: kind).first { $0.name == name }
    }

    /// All clocks that run now, soonest first.
    package func running(
        for kind: ReportKind, in state: CaseState, times: CaseTimes, isUrgent: Bool
    ) -> [RunningClock] {
        rules(for: kind).compactMap { RunningClock($0, in: state, times: times, isUrgent: isUrgent) }
            .sorted { $0.due < $1.due }
    }

    /// The one that is due first.
    package func nearest(
        for kind: ReportKind, in state: CaseState, times: CaseTimes, isUrgent: Bool
    ) -> RunningClock? {
        var nearest: RunningClock?
        for rule in rules(for: kind) {
            guard let clock = RunningClock(rule, in: state, times: times, isUrgent: isUrgent) else { continue }
            if nearest.map({ clock.due < $0.due }) ?? true { nearest = clock }
        }
        return nearest
    }
}

extension ReportKind {
    /// Where it stands among all kinds, told without looking for it.
    var place: Int {
        switch self {
        case .activity: 0
        case .online: 1
        case .prevent: 2
        case .protect: 3
        case .engagement: 4
        case .general: 5
        }
    }
}
