import Crypto

/// Seals a payload as its bytes arrive: a 16-byte nonce, then chunks of 64 KiB.
///
/// Holds at most one chunk. Cannot be copied, because two copies would use the same nonces for different bytes.
struct PayloadSealer: ~Copyable {
    private let key: SymmetricKey
    private var number: UInt64 = 0
    private var pending: [UInt8] = []
    private var ready: [UInt8]

    init(_ fileKey: FileKey) {
        ready = Random.bytes(PayloadChunk.nonceSize)
        key = fileKey.payloadKey(nonce: ready)
    }

    /// Takes bytes, gives what is sealed so far.
    mutating func update(_ bytes: [UInt8]) throws(VaultError) -> [UInt8] {
        pending += bytes
        var start = 0
        // A full chunk waits for one more byte: it might be the last.
        while pending.count - start > PayloadChunk.size {
            let chunk = pending[start..<start + PayloadChunk.size]
            try PayloadChunk(key: key, number: number, isLast: false).seal(chunk, into: &ready)
            number += 1
            start += PayloadChunk.size
        }
        pending.removeFirst(start)
        defer { ready = [] }
        return ready
    }

    /// The rest, with the mark that nothing follows.
    consuming func finish() throws(VaultError) -> [UInt8] {
        var out = ready
        try PayloadChunk(key: key, number: number, isLast: true).seal(pending[...], into: &out)
        return out
    }
}
