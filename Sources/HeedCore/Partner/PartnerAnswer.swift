/// What a partner agency says to a request: what they know, that they hold nothing, or that they cannot say and why.
/// Holding nothing is an answer like any other; only the other two need words.
package struct PartnerAnswer: Sendable, Equatable {
    package let kind: Kind
    /// As typed. Never printed.
    package let words: Redacted<String>

    /// The raw value is sealed with the answer: never renamed.
    package enum Kind: String, CaseIterable, Sendable, Codable {
        case told
        case nothing
        case cannot
    }

    /// Answers to one request, so that whoever holds a code cannot fill the store with it.
    package static let most = 16

    package init(kind: Kind, words: String) {
        self.kind = kind
        self.words = Redacted(words)
    }

    /// What is to be mended before it can be sent. Lengths are in bytes of UTF-8.
    package var problems: [FieldProblem] {
        if words.value.utf8.count > Form.textLimit { return [FieldProblem(field: "words", key: "problem.too-long")] }
        guard kind != .nothing, AnswerCheck.isBlank(words.value) else { return [] }
        return [FieldProblem(field: "words", key: "partner.words-\(kind.rawValue)")]
    }
}
