import HeedCore
import Synchronization

/// Slows down repeated failures for one name, whether or not there is such an account.
/// In memory: a restart forgives, and a flood of names is bounded by forgetting the oldest.
final class BackOff: Sendable {
    private struct Entry {
        var failures: Int
        var until: Instant
    }
    private let entries = Mutex<[String: Entry]>([:])
    private static let free = 3
    private static let longest: Seconds = 300
    private static let most = 10_000

    /// Whether an attempt may be made now.
    func mayTry(_ name: String, at now: Instant) -> Bool {
        entries.withLock { entries in entries[name].map { $0.until <= now } ?? true }
    }

    /// After three failures each next attempt waits: 2 s, doubled each time, at most five minutes.
    func failed(_ name: String, at now: Instant) {
        entries.withLock { entries in
            if entries.count >= Self.most, let oldest = entries.min(by: { $0.value.until < $1.value.until }) {
                entries[oldest.key] = nil
            }
            let failures = (entries[name]?.failures ?? 0) + 1
            let over = failures - Self.free
            let wait: Seconds = over <= 0 ? 0 : min(Self.longest, 1 << Seconds(min(over, 9)))
            entries[name] = Entry(failures: failures, until: now + wait)
        }
    }

    func succeeded(_ name: String) {
        entries.withLock { $0[name] = nil }
    }
}
