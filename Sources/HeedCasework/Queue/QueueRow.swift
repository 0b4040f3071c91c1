package import HeedCore

/// One report in a list, from its card. Holds no word of the reporter's.
package struct QueueRow: Sendable, Equatable {
    package let thread: RecordID
    package let card: Card
    package let group: QueueGroup
    package let compartment: Compartment

    /// Its clock that is due first.
    package var clock: RunningClock? { card.nearestClock }
}
