/// A point in time, as milliseconds since 1970-01-01T00:00:00Z.
/// Exact instants exist only inside sealed objects and in memory; what is stored in clear is a batch number.
package struct Instant: Hashable, Comparable, Sendable, Codable {
    package let milliseconds: Int64

    package init(milliseconds: Int64) { self.milliseconds = milliseconds }
    package init(seconds: Int64) { milliseconds = seconds * 1_000 }

    package init(from decoder: any Decoder) throws {
        milliseconds = try decoder.singleValueContainer().decode(Int64.self)
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(milliseconds)
    }

    /// Whole seconds since 1970, rounded towards the past.
    package var seconds: Int64 { milliseconds >= 0 ? milliseconds / 1_000 : (milliseconds - 999) / 1_000 }

    package static func < (a: Instant, b: Instant) -> Bool { a.milliseconds < b.milliseconds }
    package static func + (a: Instant, b: Seconds) -> Instant { Instant(milliseconds: a.milliseconds + b * 1_000) }
    package static func - (a: Instant, b: Instant) -> Seconds { (a.milliseconds - b.milliseconds) / 1_000 }
}

/// A span of time in whole seconds.
package typealias Seconds = Int64

/// Where the time comes from.
/// The only source of time in Heed, so that every clock rule can be tested by moving it.
package struct Clock: Sendable {
    package let now: @Sendable () -> Instant
    package init(now: @escaping @Sendable () -> Instant) { self.now = now }
}
