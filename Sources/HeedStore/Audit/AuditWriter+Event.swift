package import HeedCore
package import HeedSQL

extension AuditWriter {
    /// Adds what happened to the transaction in which it happens.
    package func append(_ event: AuditEvent, in db: Connection) {
        let actor =
            switch event.actor {
            case .reporter: "reporter"
            case .partner: "partner"
            case .officer(let username): username
            case .process(let name): name
            }
        append(
            AuditEntry(
                time: event.time.milliseconds, actor: actor, verb: event.verb.rawValue, object: event.object,
                reason: [event.detail, event.reason].filter { !$0.isEmpty }.joined(separator: ": ")),
            in: db)
    }
}
