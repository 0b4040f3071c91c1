import HeedVault

/// Marks a round of questions as answered so that only the code can tell which round an item answered.
/// A row of the same shape as any repeated send's: HMAC(idem-key, …) over the digest of `answered-round` and its
/// number.
enum AnswerMark {
    static func mac(round: Int, idemKey: [UInt8]) -> [UInt8] {
        let content = CanonicalContent(fields: [(name: "answered-round", value: String(round))])
        return Idempotency.mac(idemKey, canonicalSHA256: content.sha256)
    }
}
