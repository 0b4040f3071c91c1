/// How step statements name a thread: an HMAC under its LK, 32 bytes.
/// Whoever holds LK recognises the thread; nobody else can join a statement to a thread id.
package struct ThreadHandle: Hashable, Sendable {
    package let bytes: [UInt8]

    package init(ledgerKey: LedgerKey) {
        bytes = ledgerKey.hmac(Array("heed/v1/thread-handle".utf8))
    }

    /// - Throws: `LedgerError.wrongLength` unless 32 bytes are given.
    package init(bytes: [UInt8]) throws(LedgerError) {
        guard bytes.count == 32 else { throw .wrongLength }
        self.bytes = bytes
    }
}
