/// A thread in the queue that has no card of its present version yet.
package struct UncardedThread: Sendable, Equatable {
    package var thread: [UInt8]
    package var compartment: String
    package var wake: Bool

    package init(thread: [UInt8], compartment: String, wake: Bool) {
        self.thread = thread
        self.compartment = compartment
        self.wake = wake
    }
}
