import Crypto

/// Opens a payload as its bytes arrive. What it gives out is authentic and in place; that it is *all* is known only
/// when ``finish()`` returns.
///
/// Holds at most one sealed chunk. After an error it must not be used again.
struct PayloadOpener {
    private let fileKey: FileKey
    private var key: SymmetricKey?
    private var number: UInt64 = 0
    private var pending: [UInt8] = []

    init(_ fileKey: FileKey) { self.fileKey = fileKey }

    mutating func update(_ bytes: [UInt8]) throws(VaultError) -> [UInt8] {
        pending += bytes
        var start = 0
        if key == nil, pending.count >= PayloadChunk.nonceSize {
            start = PayloadChunk.nonceSize
            key = fileKey.payloadKey(nonce: Array(pending[..<start]))
        }
        guard let key else { return [] }
        var out: [UInt8] = []
        while pending.count - start > PayloadChunk.sealedSize {
            let chunk = pending[start..<start + PayloadChunk.sealedSize]
            try PayloadChunk(key: key, number: number, isLast: false).open(chunk, into: &out)
            number += 1
            start += PayloadChunk.sealedSize
        }
        pending.removeFirst(start)
        return out
    }

    mutating func finish() throws(VaultError) -> [UInt8] {
        guard let key else { throw .malformed }
        // An empty last chunk is legal only for an empty payload.
        guard number == 0 || pending.count > PayloadChunk.tagSize else { throw .cannotOpen }
        var out: [UInt8] = []
        try PayloadChunk(key: key, number: number, isLast: true).open(pending[...], into: &out)
        return out
    }
}
