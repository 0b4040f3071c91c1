import Dispatch

/// Lets at most two key derivations run at once, first come first served.
/// Each takes 128 MiB and a quarter of a second, so without it a handful of sign-ins would take the machine. The work
/// runs on threads of its own, never on the pool that serves requests.
package actor ScryptGate {
    private let limit: Int
    private let capacity: Int
    private let queue = DispatchQueue(label: "heed.scrypt", attributes: .concurrent)
    private var running = 0
    /// How many derivations were started since the process began.
    package private(set) var runs = 0
    private var waiting: [CheckedContinuation<Void, Never>] = []

    /// - Parameter capacity: how many may wait; one more is refused.
    package init(limit: Int = 2, capacity: Int = 64) {
        self.limit = max(1, limit)
        self.capacity = max(0, capacity)
    }

    /// - Throws: `KeyringError.busy` when too many wait; the work is then not run.
    package func run<R: Sendable>(_ work: @escaping @Sendable () -> R) async throws(KeyringError) -> R {
        if running < limit {
            running += 1
        } else {
            guard waiting.count < capacity else { throw .busy }
            await withCheckedContinuation { waiting.append($0) }
        }
        runs += 1
        let result = await withCheckedContinuation { continuation in
            queue.async { continuation.resume(returning: work()) }
        }
        // A waiter takes over the place of whoever leaves, so that nobody can step in between.
        if waiting.isEmpty { running -= 1 } else { waiting.removeFirst().resume() }
        return result
    }

    /// How many run and how many wait at this moment: a gauge.
    package var load: (running: Int, waiting: Int) { (running, waiting.count) }
}
