/// What the signed step records when a partner is asked: which request, whom, on what ground, and which key answers it.
/// The verify key is the code's: an answer that it did not sign is shown as unproven.
package struct PartnerAsking: Sendable, Equatable, Codable {
    package let request: RecordID
    /// Ed25519 verify key, hexadecimal.
    package let answerKey: String
    package let record: StepRecord

    /// The field whose words the partner reads, and nothing else of the record.
    package static let wordsField = "asked_words"
    /// Requests live in this compartment alone: no other kind of report has the step.
    package static let compartment = Compartment.prevent

    package init(request: RecordID, answerKey: String, record: StepRecord) {
        self.request = request
        self.answerKey = answerKey
        self.record = record
    }

    /// The organisation, in an officer's words.
    package var partner: String { record.text("partner") }
}

/// What a partner reads: JSON with sorted keys, sealed to the partner's key, the compartment and recovery.
package struct PartnerRequestContent: Sendable, Equatable, Codable {
    package var v = 1
    package let request: RecordID
    /// The officer's plain words. Nothing else of the case is in it.
    package let words: String

    package init(request: RecordID, words: String) {
        self.request = request
        self.words = words
    }
}

/// What is sealed beside the words of a partner's answer: JSON with sorted keys.
package struct PartnerAnswerMeta: Sendable, Equatable, Codable {
    package var v = 1
    package var type = "partner-answer"
    package let thread: RecordID
    package let request: RecordID
    package let kind: PartnerAnswer.Kind
    package let time: Instant
    package let language: String
    /// Ed25519, hexadecimal, by the code's key over `PartnerProof.answer`.
    package let signature: String

    package init(
        thread: RecordID, request: RecordID, kind: PartnerAnswer.Kind, time: Instant, language: String,
        signature: String
    ) {
        self.thread = thread
        self.request = request
        self.kind = kind
        self.time = time
        self.language = language
        self.signature = signature
    }
}

/// What is signed so that a partner reads only what an officer sent, and an officer knows whose answer it is.
package enum PartnerProof {
    /// By an officer's routine key: `heed-partner-request/v1` ‖ request[16] ‖ envelopeDigest[32].
    package static func request(_ request: RecordID, envelopeDigest: [UInt8]) -> [UInt8] {
        Array("heed-partner-request/v1".utf8) + request.bytes + envelopeDigest
    }

    /// By the code's key: `heed-partner-answer/v1` ‖ request[16] ‖ kind ‖ 0x00 ‖ SHA-256(words).
    package static func answer(
        to request: RecordID, kind: PartnerAnswer.Kind, wordsSHA256: [UInt8]
    ) -> [UInt8] {
        Array("heed-partner-answer/v1".utf8) + request.bytes + Array(kind.rawValue.utf8) + [0] + wordsSHA256
    }
}
