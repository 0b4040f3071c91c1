/// Some people are told of an alarm at a moment, and why it is them.
package struct Telling: Sendable, Equatable {
    package let at: Instant
    /// Staff numbers. Empty only where the rota names nobody at all and there is no supervisor: then the desk itself
    /// must say so.
    package let persons: [String]
    package let why: Why

    package enum Why: Sendable, Equatable {
        /// On duty, on the lowest rung that has anybody.
        case onDuty(rung: Int)
        /// Nobody below acknowledged in time.
        case climbed(rung: Int)
        /// Came on duty while it rang.
        case cameOnDuty
        /// All supervisors: nobody was on duty.
        case nobodyOnDuty
        /// All supervisors: nobody on duty acknowledged.
        case nobodyAnswered
        /// Everybody on duty and all supervisors, once more.
        case again(round: Int)
    }
}
