import HeedCore
import HeedSQL
import HeedStore

extension AuditWriter {
    /// Adds what HeedCore says happened, in the words of the store's audit format.
    func append(_ event: HeedCore.AuditEvent, in db: Connection) {
        let actor =
            switch event.actor {
            case .reporter: "reporter"
            case .officer(let username, _): username
            case .process(let name): name
            }
        append(
            HeedStore.AuditEvent(
                time: event.time.milliseconds, actor: actor, verb: event.verb.rawValue, object: event.object,
                reason: event.detail),
            in: db)
    }
}
