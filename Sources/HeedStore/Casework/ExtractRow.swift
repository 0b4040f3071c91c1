package import HeedSQL

/// A queue card as stored: sealed, bound to its thread and to the thread's version when it was written.
package struct ExtractRow: Sendable {
    package var thread: [UInt8]
    package var compartment: String
    package var epoch: Int
    package var version: Int
    package var box: [UInt8]

    package init(thread: [UInt8], compartment: String, epoch: Int, version: Int, box: [UInt8]) {
        self.thread = thread
        self.compartment = compartment
        self.epoch = epoch
        self.version = version
        self.box = box
    }
}

/// A thread in the queue that has no card of its present version yet.
package struct UncardedRow: Sendable, Equatable {
    package var thread: [UInt8]
    package var compartment: String
    package var wake: Bool

    package init(thread: [UInt8], compartment: String, wake: Bool) {
        self.thread = thread
        self.compartment = compartment
        self.wake = wake
    }
}
