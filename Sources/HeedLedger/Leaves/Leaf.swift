import Crypto

/// One sealed leaf: 65 public bytes, and the openings that prove what they commit to.
/// Changing the item, kind, cohort or detail changes the entry (`Docs/formats/leaf.md`).
package struct Leaf: Hashable, Sendable {
    /// T, 32 bytes.
    package let tag: [UInt8]
    package let kind: LeafKind
    /// The cohort of the batch in which the item was received.
    package let cohort: Int
    package let kindSalt: [UInt8]
    package let bodyCommitment: [UInt8]
    /// `0x01 ‖ T ‖ SHA-256(…)`, 65 bytes: what the log stores.
    package let entry: [UInt8]

    /// - Parameter detail: 32 bytes: the envelope digest (received), the digest of the signed statement (opened,
    ///   decided) or zeros (dummy).
    /// - Throws: `LedgerError.wrongLength` or `.outOfRange`.
    package init(key: LeafKey, cohort: Int, detail: [UInt8]) throws(LedgerError) {
        guard detail.count == 32 else { throw .wrongLength }
        try self.init(
            tag: key.tag, kind: key.kind, cohort: cohort, kindSalt: key.kindSalt,
            bodyCommitment: hmac(key.bodySalt, detail))
    }

    /// Recomputes a leaf from its public opening, as anyone can after disclosure.
    package init(
        tag: [UInt8], kind: LeafKind, cohort: Int, kindSalt: [UInt8], bodyCommitment: [UInt8]
    ) throws(LedgerError) {
        guard tag.count == 32, kindSalt.count == 32, bodyCommitment.count == 32 else { throw .wrongLength }
        guard let number = UInt32(exactly: cohort) else { throw .outOfRange }
        let kindCommitment = hmac(kindSalt, [kind.rawValue] + number.bigEndianBytes)
        let digest = SHA256.hash(data: Array("heed/v1/entry".utf8) + [0] + tag + kindCommitment + bodyCommitment)
        self.tag = tag
        self.kind = kind
        self.cohort = cohort
        self.kindSalt = kindSalt
        self.bodyCommitment = bodyCommitment
        entry = [1] + tag + Array(digest)
    }

    /// RFC 6962 leaf hash of the entry.
    package var hash: [UInt8] { Array(SHA256.hash(data: [0] + entry)) }
}
