package import HeedCore

/// Which lines to show.
package struct AuditFilter: Sendable, Equatable {
    package var verb: AuditVerb?
    package var actor: String?
    /// A day, as its first moment.
    package var day: Instant?
    /// A report's handle.
    package var handle: String?

    package init(verb: AuditVerb? = nil, actor: String? = nil, day: Instant? = nil, handle: String? = nil) {
        self.verb = verb
        self.actor = actor
        self.day = day
        self.handle = handle
    }

    func matches(_ line: AuditPage.Line) -> Bool {
        if let verb, line.verb != verb.rawValue { return false }
        if let actor, line.actor != actor { return false }
        if let day, line.time < day || line.time >= day + 86_400 { return false }
        if let handle, line.object != handle { return false }
        return true
    }
}
