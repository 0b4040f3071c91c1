package import HeedSQL

/// The single writer of a process: gathers what callers submit and commits it in groups.
/// While one transaction runs the queue fills; the next takes all of it, up to `groupLimit` items or `budget` of time.
/// A caller resumes only after COMMIT returned. Each item runs in a savepoint, so its failure is its caller's alone; a
/// COMMIT that fails, fails for everyone in it. There is no timer: an idle store commits at once.
package final class GroupCommit: Sendable {
    private let database: Database
    private let groupLimit: Int
    private let budget: Duration
    private let queue: CommitQueue

    /// - Parameter capacity: items that may wait; beyond it `commit` throws `StoreError.full`.
    package init(
        database: Database, groupLimit: Int = 256, capacity: Int = 2048, budget: Duration = .milliseconds(20)
    ) {
        self.database = database
        self.groupLimit = groupLimit
        self.budget = budget
        queue = CommitQueue(capacity: capacity)
    }

    /// Runs `work` in the next transaction and returns once it is durable.
    /// `work` may run more than once before that (see `Database`). Cancelling the caller does not stop it.
    @discardableResult
    package func commit<Value: Sendable>(
        _ work: @escaping @Sendable (Connection) throws -> Value
    ) async throws -> Value {
        let result = CommitResult<Value>()
        let ticket = CommitTicket { db in result.set(try work(db)) }
        switch await queue.join(ticket) {
        case .full: throw StoreError.full
        case .lead: await lead()
        case .settled: break
        }
        try ticket.outcome.get()
        return try result.get()
    }

    /// Commits one group, whose first item is the caller's own, then hands the lead to whoever waits first.
    private func lead() async {
        let group = queue.next(groupLimit)
        do {
            let budget = self.budget
            let outcomes = try await database.write { db in try Self.run(group, budget, db) }
            queue.settle(outcomes)
        } catch {
            queue.settle(group.map { _ in .failure(error) })
        }
    }

    private static func run(
        _ group: [CommitTicket], _ budget: Duration, _ db: Connection
    ) throws -> [Result<Void, any Error>] {
        let start = ContinuousClock.now
        var outcomes: [Result<Void, any Error>] = []
        for ticket in group where outcomes.isEmpty || start.duration(to: .now) < budget {
            do {
                try db.savepoint { try ticket.work(db) }
                outcomes.append(.success(()))
            } catch {
                // Not undone by the savepoint: the whole transaction is lost.
                if db.failure != nil { throw error }
                outcomes.append(.failure(error))
            }
        }
        return outcomes
    }
}
