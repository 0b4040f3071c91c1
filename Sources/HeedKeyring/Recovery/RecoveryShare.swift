/// One of three copies of the recovery key, which two holders open together.
package struct RecoveryShare: Hashable, Sendable {
    /// Holder, 1 to 3, whose key opens the inner file.
    package let inner: Int
    /// Holder, 1 to 3, whose key opens the file first.
    package let outer: Int
    package let file: [UInt8]

    init(inner: Int, outer: Int, file: [UInt8]) {
        self.inner = inner
        self.outer = outer
        self.file = file
    }
}
