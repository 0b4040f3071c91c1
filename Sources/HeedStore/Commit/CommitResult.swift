import HeedSQL
import Synchronization

/// The value that an item's work returned the last time it ran.
final class CommitResult<Value: Sendable>: Sendable {
    private let value = Mutex<Value?>(nil)

    func set(_ value: Value) {
        self.value.withLock { $0 = value }
    }

    func get() throws -> Value {
        guard let value = value.withLock({ $0 }) else { throw SQLError.aborted }
        return value
    }
}
