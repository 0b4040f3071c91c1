import HeedCore
import HeedStore

/// What a session sees of the queue at one moment.
struct OpenedQueue: Equatable {
    /// A thread whose card of its present version this session opens.
    struct Entry: Equatable {
        let thread: [UInt8]
        let compartment: String
        let head: CardHead
    }

    var cards: [Entry] = []
    /// Those without a card of their present version, the ones that ring first.
    var uncarded: [UncardedThread] = []
    /// Those whose card is there and does not open.
    var lost: [UncardedThread] = []
}
