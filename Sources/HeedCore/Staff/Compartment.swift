/// A set of things that one group of officers can open: each has keys of its own, by epoch.
/// Holding one gives nothing of another, even with the database in hand.
package enum Compartment: String, CaseIterable, Sendable, Codable {
    /// Reports of suspicious activity.
    case activity
    /// Reports of online material.
    case online
    /// Concerns about a person (Prevent).
    case prevent
    /// Protective security advice.
    case protect
    /// The weak points of named places. Held by nobody for their role alone: each certificate has to name it.
    case survey
    /// How to reach reporters, and what could point to them. Narrower than the reports themselves.
    case source
    /// Who looked at what.
    case audit
    /// What people think of the site. Holds no report.
    case feedback
}
