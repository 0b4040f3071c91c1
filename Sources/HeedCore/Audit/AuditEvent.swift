/// One thing somebody did, for the audit. Names what was acted on, never what it says: no content, no code, no contact.
package struct AuditEvent: Sendable, Equatable, Codable {
    package let actor: Actor
    package let verb: AuditVerb
    /// The thread, officer or setting acted on.
    package let object: String
    /// A step's verb, a field's name, a count.
    package let detail: String
    /// The reason given where one is asked for.
    package let reason: String
    package let time: Instant

    package enum Actor: Sendable, Equatable, Codable {
        /// Somebody from the public: never any closer.
        case reporter
        /// Whoever holds a partner's code: never any closer.
        case partner
        case officer(username: String)
        /// A program of this installation.
        case process(String)
    }

    package init(
        actor: Actor, verb: AuditVerb, object: String = "", detail: String = "", reason: String = "", time: Instant
    ) {
        self.actor = actor
        self.verb = verb
        self.object = object
        self.detail = detail
        self.reason = reason
        self.time = time
    }
}
