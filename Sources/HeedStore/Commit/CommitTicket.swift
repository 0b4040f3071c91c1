import HeedSQL
import Synchronization

/// One item that waits for its commit: the work, and how it ended.
final class CommitTicket: Sendable {
    let work: @Sendable (Connection) throws -> Void
    private let ended = Mutex<Result<Void, any Error>?>(nil)

    init(_ work: @escaping @Sendable (Connection) throws -> Void) {
        self.work = work
    }

    /// How it ended; a ticket that was never settled has not been stored.
    var outcome: Result<Void, any Error> {
        ended.withLock { $0 } ?? .failure(SQLError.aborted)
    }

    func settle(_ outcome: Result<Void, any Error>) {
        ended.withLock { $0 = outcome }
    }
}
