/// Who should have been told of an alarm by now, and what comes next.
///
/// A pure function of rota, alarm and time: it can be asked after a restart, or by two nodes, and answers the same.
/// Until what rang is opened there is always a next time at which somebody is told.
package struct AlarmCall: Sendable, Equatable {
    /// In order of time. Of the rounds in which everybody is told again, the latest only.
    package let told: [Telling]
    package let state: State

    package enum State: Sendable, Equatable {
        /// What rang was opened.
        case answered(Instant)
        /// Somebody acknowledged; if it is not opened, it goes on as `next` says.
        case held(by: String, until: Instant, next: Telling)
        case ringing(next: Telling)
    }

    package init(_ alarm: Alarm, rota: DutyRota, settings: ClimbSettings = .standard, now: Instant) {
        let end = min(now, alarm.answered ?? now)
        let holds = Hold.all(of: alarm, settings, until: end)
        var climb = Climb(alarm: alarm, rota: rota, settings: settings, holds: holds)
        var told: [Telling] = []
        var next = climb.next(before: end)
        while next.at <= end {
            if case .again = next.why, case .again = told.last?.why { told.removeLast() }
            told.append(next)
            next = climb.next(before: end)
        }
        self.told = told
        if let answered = alarm.answered, answered <= now {
            state = .answered(answered)
        } else if let hold = holds.last(where: { $0.begins <= now && now < $0.ends }) {
            state = .held(by: hold.person, until: hold.ends, next: next)
        } else {
            state = .ringing(next: next)
        }
    }
}

/// The time for which somebody's acknowledgement stops the climb.
struct Hold {
    let person: String
    let begins: Instant
    let ends: Instant

    /// In order of time. Only a person's first acknowledgement counts, so that no alarm is put off for ever.
    static func all(of alarm: Alarm, _ settings: ClimbSettings, until end: Instant) -> [Hold] {
        var seen: Set<String> = []
        return alarm.acknowledgements.sorted { ($0.at, $0.person) < ($1.at, $1.person) }
            .filter { alarm.raised <= $0.at && $0.at <= end && seen.insert($0.person).inserted }
            .map { Hold(person: $0.person, begins: $0.at, ends: $0.at + settings.hold) }
    }
}
