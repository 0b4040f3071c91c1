package import HeedCore
import HeedVault

/// One answer of a partner, opened: what the desk knows of it before and after somebody reads it.
package struct PartnerReply: Sendable {
    package let id: RecordID
    package let request: RecordID
    package let kind: PartnerAnswer.Kind
    /// The partner's words. Never printed.
    package let words: Redacted<String>
    package let time: Instant
    package let language: String
    /// Signed with the key that only the request's code gives, as the signed step that made the request names it.
    package private(set) var isProven = false
    let digest: [UInt8]
    private let signature: [UInt8]

    init(id: RecordID, meta: PartnerAnswerMeta, words: [UInt8], digest: [UInt8]) {
        self.id = id
        request = meta.request
        kind = meta.kind
        self.words = Redacted(String(decoding: words, as: UTF8.self))
        time = meta.time
        language = meta.language
        self.digest = digest
        signature = HeedCore.Hex.decode(meta.signature) ?? []
    }

    /// With what the steps of its thread say of the request that it answers.
    func proven(by steps: [OpenedStep]) -> PartnerReply {
        var reply = self
        reply.isProven = steps.contains { step in
            guard case .asked(let asking) = step.step.body, asking.request == request,
                let bytes = HeedCore.Hex.decode(asking.answerKey), let key = try? VerifyKey(bytes)
            else { return false }
            let proof = PartnerProof.answer(
                to: request, kind: kind, wordsSHA256: Digest.sha256(Array(words.value.utf8)))
            return key.accepts(signature, for: proof)
        }
        return reply
    }
}

extension [PartnerReply] {
    /// When the answer came that nobody has read for longest; nil where all are read.
    func firstUnread(in facts: CaseFacts) -> Instant? {
        lazy.filter { facts.unreadAnswers.contains($0.id) }.map(\.time).min()
    }

    /// The requests that have an answer.
    var requests: Set<RecordID> { Set(map(\.request)) }
}
