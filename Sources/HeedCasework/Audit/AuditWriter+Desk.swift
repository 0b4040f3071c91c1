import HeedCore
import HeedSQL
import HeedStore

extension AuditWriter {
    /// Adds what an officer did to the transaction that does it. Names what was acted on, never what it says.
    func append(
        _ verb: AuditVerb, by actor: String, on object: String = "", detail: String = "", reason: String = "",
        at time: Instant, in db: Connection
    ) {
        append(
            AuditEvent(
                actor: .officer(username: actor), verb: verb, object: object, detail: detail,
                reason: reason, time: time),
            in: db)
    }
}

extension Desk {
    /// Writes an audit row by itself, for what changes nothing else: a look, a refusal. No row, no look.
    func record(
        _ verb: AuditVerb, by actor: String, on object: String = "", detail: String = "", reason: String = "",
        with proof: FreshProof.Accepted? = nil
    ) async throws {
        let time = clock.now()
        try await database.write { [audit] db in
            try proof?.use(in: db)
            audit.append(verb, by: actor, on: object, detail: detail, reason: reason, at: time, in: db)
        }
    }
}
