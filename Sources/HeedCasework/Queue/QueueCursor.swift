import HeedCore

/// A place in the queue: after this report.
struct QueueCursor: Equatable {
    let position: QueuePosition
    let thread: [UInt8]
    /// When the first page was read, from which the officer went on.
    let since: Instant

    func isBefore(_ entry: QueueOrder.Entry) -> Bool {
        position == entry.position
            ? thread.lexicographicallyPrecedes(entry.thread) : position < entry.position
    }
}
