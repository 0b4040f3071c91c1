import HeedCore

/// Within how long, as the force has it: read once at start, and refused where it cannot be used (`Docs/clocks.md`).
/// A length is written `15m`, `4h`, `14d` (days of 24 hours), `2wd` (working days) or `same-day`.
struct TimeSettings: Sendable {
    /// `clocks.<kind>.<clock>`, `clocks.<kind>.<clock>-urgent`: how long a clock runs, and where cues raise it. The names and
    /// defaults are those of `Docs/workflows`, declared in `Sources/HeedCore/<Kind>/<Kind>Clocks.swift`. No clock can be left
    /// out, no urgent one is longer than the calm one, and `clocks.online.notice` is the Act's.
    ///
    /// `clocks.urgent-alarm`: how long after it came an urgent report or follow-up rings, 5m.
    let clocks: ForceClocks
    /// `messages.open-for`: how long after a report came its reporter may be written to, 28d; 91d at most.
    /// `messages.free-rounds`: rounds of approved questions that take no second person, 1; or 0.
    /// `messages.most-rounds`: rounds after which nobody writes before the source unit has looked, 2; 4 at most.
    let messages: MessageRules
    /// `break-glass.lasts`: how long a break-glass runs, 24h; never longer.
    let glassLasts: Seconds
    /// `duty.climb-after`, `duty.repeat-every`: how long before the next rung is told of an alarm, and how often all are told
    /// again once all were; 5m each, 60m at most.
    let climb: ClimbSettings

    init(_ given: GivenSettings) throws(StartRefusal) {
        do {
            clocks = try ForceClocks(given.under(ForceClocks.heading, known: ForceClocks.keys))
            messages = try MessageRules(given.under(MessageRules.heading, known: MessageRules.keys))
            glassLasts = try Glass.lasts(given.under(Glass.heading, known: [Glass.key]))
            climb = try ClimbSettings(given.under(ClimbSettings.heading, known: ClimbSettings.keys))
        } catch {
            throw .other(error.reason, remedy: error.remedy)
        }
    }
}
