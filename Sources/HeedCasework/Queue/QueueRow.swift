package import HeedCore

/// One report in a list, from its card. Holds no word of the reporter's.
package struct QueueRow: Sendable, Equatable {
    package let thread: RecordID
    package let card: Card
    package let group: QueueGroup
    package let compartment: Compartment
    /// Its clock that is due first.
    package let clock: RunningClock?
    /// Where the line stands for several reports that are much alike, of which this one is due first.
    package var alike: Alike?

    package struct Alike: Sendable, Equatable {
        /// How many, this one among them.
        package let count: Int
        /// How many say something else than this one.
        package let differing: Int
    }

}
