package import HeedCore

/// What one destination is owed, and when it is tried next. Each destination has its own: a bad one holds up no other.
/// Pure: `Pager` sends.
package struct Delivery: Sendable, Equatable {
    /// The latest moment at which somebody there had to be told; nil while nobody has.
    package private(set) var owed: Instant?
    /// The latest that arrived.
    package private(set) var told: Instant?
    package private(set) var failures = 0
    /// When it is tried again; nil for at once.
    package private(set) var next: Instant?
    private var isOnItsWay = false

    package init() {}

    /// Waits between tries: 10 seconds, doubled each time, five minutes at most.
    static func pause(after failures: Int) -> Seconds { min(300, 10 << min(Int64(max(0, failures - 1)), 5)) }

    /// Somebody there has to be told. Several that have not gone out yet are one.
    package mutating func owe(_ moment: Instant) {
        guard moment > owed ?? .distantPast else { return }
        owed = moment
        next = nil
    }

    package func isDue(at now: Instant) -> Bool {
        guard let owed, owed > told ?? .distantPast, !isOnItsWay else { return false }
        return next.map { $0 <= now } ?? true
    }

    /// Whether something that should have arrived has not.
    package var isBehind: Bool { failures > 0 && owed ?? .distantPast > told ?? .distantPast }

    /// Takes what is owed to send it.
    package mutating func begin() -> Instant? {
        isOnItsWay = true
        return owed
    }

    package mutating func arrived(_ moment: Instant) {
        isOnItsWay = false
        told = max(moment, told ?? moment)
        failures = 0
        next = nil
    }

    package mutating func failed(at now: Instant) {
        isOnItsWay = false
        failures += 1
        next = now + Self.pause(after: failures)
    }

    /// What rang was opened: nobody needs to be told of it any more.
    package mutating func settle() {
        owed = told
        next = nil
    }
}

extension Instant {
    fileprivate static var distantPast: Instant { Instant(milliseconds: .min) }
}
