import Synchronization

/// A clock that stands still until a test moves it.
/// Milliseconds since 1970, UTC. Safe to read from several tasks.
package final class TestClock: Sendable {
    private let time: Mutex<Int64>

    package init(milliseconds: Int64 = 1_800_000_000_000) {
        time = Mutex(milliseconds)
    }

    package var milliseconds: Int64 { time.withLock { $0 } }
    package var seconds: Int64 { milliseconds / 1000 }

    package func advance(milliseconds: Int64) {
        time.withLock { $0 += milliseconds }
    }

    package func advance(seconds: Int64) {
        advance(milliseconds: seconds * 1000)
    }
}
