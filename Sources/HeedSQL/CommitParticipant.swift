/// Something that gathers work during a transaction and writes it last, around the commit.
/// It is told of every rollback to a savepoint; `finish` runs the commit, and throws if nothing was committed.
package protocol CommitParticipant: AnyObject {
    /// How much has been gathered so far.
    var mark: Int { get }

    /// Forgets what was gathered after `mark`.
    func rollback(to mark: Int)

    func commit(in db: Connection, finish: () throws -> Void) throws
}
