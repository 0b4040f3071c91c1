import HeedSQL

/// The events of one transaction, until its commit writes them.
final class AuditTrail: CommitParticipant {
    private let writer: AuditWriter
    var events: [AuditEntry] = []

    init(_ writer: AuditWriter) {
        self.writer = writer
    }

    var mark: Int { events.count }

    func rollback(to mark: Int) {
        events.removeLast(events.count - mark)
    }

    func commit(in db: Connection, finish: () throws -> Void) throws {
        try writer.commit(events, in: db, finish: finish)
    }
}
