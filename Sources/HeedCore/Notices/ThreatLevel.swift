/// One of the five words of the United Kingdom's threat level, as set nationally (written statement of July 2019).
package enum ThreatLevel: String, CaseIterable, Sendable {
    case low, moderate, substantial, severe, critical
}

/// A threat level as somebody at the desk last looked it up.
/// Levels change without warning: one is only shown with its day, and only for so many days.
package struct ThreatReading: Sendable, Equatable {
    package let level: ThreatLevel
    /// The day on which the level was so.
    package let asOf: CalendarDay

    package init(level: ThreatLevel, asOf: CalendarDay) {
        self.level = level
        self.asOf = asOf
    }

    /// The moment from which it is too old to be shown: `days` counts the day itself as the first.
    package func stale(after days: Int) -> Instant { asOf.start + Seconds(days) * 86_400 }

    package func isShown(at moment: Instant, days: Int) -> Bool {
        asOf.start <= moment && moment < stale(after: days)
    }
}
