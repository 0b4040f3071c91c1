/// A thread in which somebody has something to do, as far as the queue's index holds it.
package struct QueuedThread: Sendable, Equatable {
    package var thread: [UInt8]
    package var compartment: String
    package var version: Int
    package var wake: Bool
}
