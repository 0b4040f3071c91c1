import HeedVault

/// A reply to nobody, made once at start: opening it fails, at the cost of opening a real one.
struct DecoyReply: Sendable {
    private let object: SealedObject
    private let signature: [UInt8]
    private let key: VerifyKey

    init() throws(VaultError) {
        let seed = SigningSeed()
        let content = try SealedContent(meta: [], content: Array("{}".utf8)).encode(.text)
        // Two strangers: a real one opens at the second stanza, after the compartment's.
        object = try SealedObject.seal(content, to: [HybridIdentity().recipient, HybridIdentity().recipient])
        signature = try seed.sign(object.envelopeDigest)
        key = try seed.verifyKey
    }

    func tryOpening(with identity: HybridIdentity) {
        let opened = try? SealedObject.open(header: object.header, payload: object.payload, with: identity)
        _ = key.accepts(signature, for: opened?.envelopeDigest ?? object.envelopeDigest)
    }
}
