import Glibc
import HeedSQL
import Synchronization

/// Stands in the way of a commit: makes it fail, or makes it wait until it is let go.
final class Hold: CommitParticipant, Sendable {
    enum Way: Sendable {
        case fails(SQLError)
        case waits
    }

    private struct State {
        var isReached = false
        var isReleased = false
    }

    private let way: Way
    private let state = Mutex(State())

    init(_ way: Way) { self.way = way }

    var mark: Int { 0 }
    func rollback(to mark: Int) {}

    /// Puts this into the transaction that is running.
    func join(_ db: Connection) {
        _ = db.participant(ObjectIdentifier(self)) { self }
    }

    /// Whether the transaction has come to its commit.
    var isReached: Bool { state.withLock { $0.isReached } }
    func release() { state.withLock { $0.isReleased = true } }

    func commit(in db: Connection, finish: () throws -> Void) throws {
        state.withLock { $0.isReached = true }
        switch way {
        case .fails(let error): throw error
        case .waits:
            while !state.withLock({ $0.isReleased }) { usleep(1_000) }
            try finish()
        }
    }
}
