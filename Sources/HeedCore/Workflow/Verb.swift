/// What an officer did, as a past-tense fact: the verb of a signed step statement and of an event row.
/// Append-only: a verb once written is never renamed.
package enum Verb: String, CaseIterable, Sendable, Codable {
    case opened
    case taken
    case handedOver = "handed-over"
    case putBack = "put-back"
    case broughtBack = "brought-back"
    case triaged
    case researched
    case identified
    case marked
    case noted
    case proposed
    case withdrawn
    case authorised
    case refused
    case actedFirst = "acted-first"
    case ratified
    case notRatified = "not-ratified"
    case noActionProposed = "no-action-proposed"
    case confirmed
    case sentBack = "sent-back"
    case decided
    case messaged
    case closed
    case reopened
    /// Said what something online is.
    case assessed
    /// Gave it to the national unit.
    case forwarded
    /// Recorded what came of that.
    case answered
    /// Lawful: left to the rules of where it stands.
    case advised
    /// No terrorism: gave it to whoever it belongs to.
    case routed
}
