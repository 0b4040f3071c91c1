/// Where a report stands. Stored in clear, so that "nothing is ignored" can be counted with nobody signed in.
package enum CaseState: String, CaseIterable, Sendable, Codable {
    /// Sealed and acknowledged; nobody has opened it.
    case received
    case opened
    case triaged
    /// At least one research record exists.
    case researched
    /// An action waits for a second person.
    case proposed
    /// An action may be carried out.
    case authorised
    /// Somebody acted on an urgent threat to life; a second person must ratify it.
    case actedFirst = "acted-first"
    /// No further action waits for a second person.
    case noActionProposed = "no-action-proposed"
    /// An officer has said what something online is.
    case assessed
    /// Given to the national unit, whose answer is awaited.
    case forwarded
    /// A concern about a person was looked at for danger.
    case screened
    /// Somebody has said what fits it.
    case weighed
    /// With the Channel panel, which has not yet helped.
    case handedOff = "handed-off"
    case supported
    case policeLed = "police-led"
    /// Support ended; the first and the second look again are to come.
    case exited
    case reviewed
    /// A day is agreed.
    case booked
    /// It took place; what was recommended is to be looked at again.
    case held
    case decided
    case closed

    /// Whether a person still has something to do. Counted by the board and the clocks.
    package var isOpen: Bool { self != .decided && self != .closed }
}
