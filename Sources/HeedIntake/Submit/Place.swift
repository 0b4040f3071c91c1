import HeedCore

/// Where an item goes: `item` 0 opens the thread, 1…255 follow.
struct Place: Sendable, Equatable {
    let thread: RecordID
    let item: Int

    init(opening thread: RecordID) {
        self.thread = thread
        item = 0
    }

    init(thread: RecordID, item: Int) {
        self.thread = thread
        self.item = item
    }
}
