/// Recognises content sent again under the same code, by a MAC whose key is stored nowhere.
package struct RepeatRow: Sendable, Equatable {
    package var mac: [UInt8]
    /// From this batch on it may be forgotten.
    package var expiresBatch: Int

    package init(mac: [UInt8], expiresBatch: Int) {
        self.mac = mac
        self.expiresBatch = expiresBatch
    }
}
