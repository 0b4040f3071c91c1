package import HeedCore
import Synchronization

/// Which items of which threads somebody has been shown since this process started.
/// Kept in memory only; forgotten readings cost a second look, never a signature without one.
package final class Readings: Sendable {
    private struct Key: Hashable {
        let person: String
        let thread: RecordID
    }

    private let seen = Mutex<[Key: Set<Int>]>([:])
    private static let most = 100_000

    package init() {}

    package func items(of thread: RecordID, readBy person: String) -> Set<Int> {
        seen.withLock { $0[Key(person: person, thread: thread)] ?? [] }
    }

    func note(_ items: Set<Int>, of thread: RecordID, readBy person: String) {
        seen.withLock { seen in
            if seen.count > Self.most { seen.removeAll() }
            seen[Key(person: person, thread: thread), default: []].formUnion(items)
        }
    }
}
