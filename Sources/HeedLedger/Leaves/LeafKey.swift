import Crypto

/// The values that one kind of leaf of one item is made from.
/// Derived from LK alone, so the code by itself finds, or misses, its leaves in the public log.
package struct LeafKey: Sendable {
    package let kind: LeafKind
    /// T: the 32 public bytes by which the holder of LK finds the leaf.
    package let tag: [UInt8]
    /// Opens the kind and cohort when a batch is disclosed; 32 bytes.
    package let kindSalt: [UInt8]
    /// Opens the detail to whoever is shown it; 32 bytes.
    package let bodySalt: [UInt8]

    /// - Parameter item: 0 for the report, 1 to 255 for follow-ups; a dummy's is 0.
    /// - Throws: `LedgerError.outOfRange` for any other item.
    package init(ledgerKey: LedgerKey, item: Int, kind: LeafKind) throws(LedgerError) {
        guard let number = UInt8(exactly: item) else { throw .outOfRange }
        let root = ledgerKey.hmac(Array("heed/v1/leaf-key".utf8) + [0, 0, 0, number, kind.rawValue])
        self.kind = kind
        tag = hmac(root, Array("find".utf8))
        kindSalt = hmac(root, Array("kind".utf8))
        bodySalt = hmac(root, Array("body".utf8))
    }
}

func hmac(_ key: [UInt8], _ message: [UInt8]) -> [UInt8] {
    Array(HMAC<SHA256>.authenticationCode(for: message, using: SymmetricKey(data: key)))
}
