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
