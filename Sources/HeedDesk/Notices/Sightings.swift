import Synchronization

/// How long the public site took to show changes that were made at this desk, by this desk's own clock. In memory only.
final class Sightings: Sendable {
    private let seconds = Mutex<[Int: Double]>([:])
    private static let most = 100

    func note(_ version: Int, after time: Duration) {
        let parts = time.components
        seconds.withLock { seconds in
            if seconds.count >= Self.most { seconds.removeAll() }
            seconds[version] = Double(parts.seconds) + Double(parts.attoseconds) / 1e18
        }
    }

    /// Seconds with one decimal; nil for a change that nobody here waited for.
    func text(_ version: Int) -> String? {
        seconds.withLock { $0[version] }.map { seconds in
            let tenths = Int((seconds * 10).rounded(.up))
            return "\(tenths / 10).\(tenths % 10)"
        }
    }
}
