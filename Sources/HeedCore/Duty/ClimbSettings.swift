/// How fast an alarm climbs. Defaults are our own choice; a force sets its own.
package struct ClimbSettings: Sendable, Equatable {
    /// Without an acknowledgement for this long, the next rung is told.
    package let climbAfter: Seconds
    /// Once all are told: how often all are told again.
    package let repeatEvery: Seconds
    /// How long somebody's acknowledgement stops the climb. What they took on must be opened by then.
    package let hold: Seconds

    /// Five minutes is the alarm of an urgent report, fifteen its limit (`ClockRule.eyes`).
    package static let standard = ClimbSettings(climbAfter: 300, repeatEvery: 300, hold: 900)!

    /// - Returns: nil where a length is under a minute: nothing would climb, or everything at once.
    package init?(climbAfter: Seconds, repeatEvery: Seconds, hold: Seconds) {
        guard min(climbAfter, repeatEvery, hold) >= 60 else { return nil }
        self.climbAfter = climbAfter
        self.repeatEvery = repeatEvery
        self.hold = hold
    }
}
