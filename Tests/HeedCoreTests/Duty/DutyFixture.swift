import HeedCore

/// A rota of made-up people, and moments by London's clocks.
enum DutyFixture {
    static func moment(_ iso: String, _ time: String) -> Instant {
        LondonTime.first(CalendarDay(iso: iso)!, TimeOfDay(time)!)
    }

    static func slot(_ person: String, rung: Int = 0, _ from: (String, String), _ until: (String, String)) -> DutySlot {
        DutySlot(
            person: person, rung: rung, from: (CalendarDay(iso: from.0)!, TimeOfDay(from.1)!),
            until: (CalendarDay(iso: until.0)!, TimeOfDay(until.1)!))!
    }

    /// A Tuesday: 1001 by day, 1002 behind them; 1003 by night alone; nobody from 04:00 to 06:00.
    static let rota = DutyRota(
        slots: [
            slot("1001", ("2026-11-24", "06:00"), ("2026-11-24", "18:00")),
            slot("1002", rung: 1, ("2026-11-24", "06:00"), ("2026-11-24", "18:00")),
            slot("1003", ("2026-11-24", "18:00"), ("2026-11-25", "04:00")),
        ],
        supervisors: ["2002", "2001"])
    static let noon = moment("2026-11-24", "12:00")

    static func tellings(_ alarm: Alarm, _ rota: DutyRota = rota, after seconds: Seconds) -> [Telling] {
        AlarmCall(alarm, rota: rota, now: alarm.raised + seconds).told
    }

    static func acknowledged(_ person: String, _ at: Instant) -> Alarm.Acknowledgement {
        Alarm.Acknowledgement(person: person, at: at)
    }
}
