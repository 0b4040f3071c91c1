import HeedCore
import Synchronization

/// A clock that the demonstration's story moves, so that its reports have a past. Only ever forwards.
final class StoryClock: Sendable {
    private let instant: Mutex<Instant>

    init(at start: Instant) { instant = Mutex(start) }

    var clock: Clock { Clock { [self] in instant.withLock { $0 } } }

    /// One minute later: long enough for the next one-time code.
    func tick() { instant.withLock { $0 = $0 + 61 } }

    func move(to later: Instant) { instant.withLock { $0 = max($0, later) } }
}
