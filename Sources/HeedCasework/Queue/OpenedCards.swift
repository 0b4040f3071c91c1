import HeedCore
import HeedStore
import Synchronization

/// The heads of the queue cards that one unlocked session has opened, by thread and version: opened once, not at each look.
///
/// In memory only, in the session's record, and gone with its keys. A head has no word and no name in it: those are opened
/// anew for the rows that are shown. Which threads are in the queue, and in which version, is read from the store at every
/// look, so nothing here can show what has changed, moved or gone.
final class OpenedCards: Sendable {
    private struct Opened {
        let version: Int
        let compartment: String
        let head: CardHead
    }

    private let heads = Mutex<[[UInt8]: Opened]>([:])

    /// Threads whose present card has not been opened yet.
    func missing(of threads: [QueuedThread]) -> [[UInt8]] {
        heads.withLock { heads in threads.filter { Self.head(of: $0, in: heads) == nil }.map(\.thread) }
    }

    /// The queue of these threads.
    /// - Parameters:
    ///   - rows: cards of what `missing` named.
    ///   - open: nil for a card that does not open.
    func queue(
        of threads: [QueuedThread], opening rows: [ExtractRow], _ open: (ExtractRow) -> CardHead?
    ) -> OpenedQueue {
        let rows = Dictionary(rows.map { ($0.thread, $0) }) { $1 }
        var queue = OpenedQueue()
        queue.cards.reserveCapacity(threads.count)
        let known = heads.withLock { $0 }
        var fresh: [[UInt8]: Opened] = [:]
        for thread in threads {
            var head = Self.head(of: thread, in: known)
            if head == nil, var row = rows[thread.thread], row.version == thread.version {
                // The thread says which compartment: a card of another does not open.
                row.compartment = thread.compartment
                head = open(row)
                if let head {
                    fresh[thread.thread] = Opened(
                        version: thread.version, compartment: thread.compartment, head: head)
                } else {
                    queue.lost.append(UncardedThread(thread))
                }
            } else if head == nil {
                queue.uncarded.append(UncardedThread(thread))
            }
            if let head {
                queue.cards.append(
                    OpenedQueue.Entry(thread: thread.thread, compartment: thread.compartment, head: head))
            }
        }
        queue.uncarded.sort { $0.wake == $1.wake ? $0.thread.lexicographicallyPrecedes($1.thread) : $0.wake }
        remember(fresh, of: threads)
        return queue
    }

    /// Keeps what is new, and forgets what left the queue once that is much.
    private func remember(_ fresh: [[UInt8]: Opened], of threads: [QueuedThread]) {
        heads.withLock { heads in
            if !fresh.isEmpty { heads.merge(fresh) { $0.version > $1.version ? $0 : $1 } }
            guard heads.count > 2 * threads.count + 100 else { return }
            let present = Set(threads.map(\.thread))
            heads = heads.filter { present.contains($0.key) }
        }
    }

    private static func head(of thread: QueuedThread, in heads: [[UInt8]: Opened]) -> CardHead? {
        guard let opened = heads[thread.thread], opened.version == thread.version,
            opened.compartment == thread.compartment
        else { return nil }
        return opened.head
    }
}

extension UncardedThread {
    fileprivate init(_ thread: QueuedThread) {
        self.init(thread: thread.thread, compartment: thread.compartment, wake: thread.wake)
    }
}
