import HeedCore

/// A place in the queue: after this report.
struct QueueCursor: Equatable {
    let position: QueuePosition
    let thread: [UInt8]

    func isBefore(_ entry: QueueScan.Entry) -> Bool {
        position == entry.position
            ? thread.lexicographicallyPrecedes(entry.thread) : position < entry.position
    }
}
