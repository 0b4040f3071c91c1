import HeedCasework
import Synchronization

/// The counts that each session last read from its own queue, for the links of its other pages.
/// Never anybody else's: a session's counts are over exactly what it opens.
final class LastCounts: Sendable {
    private let counts = Mutex<[String: [QueueFilter.List: Int]]>([:])
    private static let most = 1_000

    func keep(_ lists: [QueueFilter.List: Int], for session: String) {
        counts.withLock { counts in
            if counts.count >= Self.most { counts.removeAll() }
            counts[session] = lists
        }
    }

    func counts(of session: String) -> [QueueFilter.List: Int] { counts.withLock { $0[session] ?? [:] } }
}
