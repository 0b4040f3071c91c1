/// What somebody thinks of the site. Not a report: no thread, no code, no answer, no contact.
/// In memory, and sealed in the box; never in clear anywhere else.
package struct Feedback: Sendable, Equatable {
    /// Whether they found what they came for.
    package enum Found: String, CaseIterable, Sendable, Codable {
        case yes, partly, no
    }

    /// As typed.
    package let words: String
    package let found: Found?
    /// Of the page, as the catalogue names it: it says in which language to read the words.
    package let language: String

    /// Bytes of UTF-8.
    package static let textLimit = 8 * 1_024
    /// Unread in the box. Beyond it the page says that the box is full; nothing is dropped to make room.
    package static let most = 500

    package init(words: String, found: Found?, language: String) {
        self.words = words
        self.found = found
        self.language = language
    }

    /// What is to be mended before it can be sent.
    package var problems: [FieldProblem] {
        if AnswerCheck.isBlank(words) { return [FieldProblem(field: "words", key: "feedback.empty")] }
        return words.utf8.count > Self.textLimit ? [FieldProblem(field: "words", key: "feedback.too-long")] : []
    }
}
