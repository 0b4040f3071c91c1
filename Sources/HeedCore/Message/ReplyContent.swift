/// What a reporter is sent: approved questions by key, and an officer's own words. JSON with sorted keys (`Docs/formats/reply.md`).
/// Version 1 has questions alone, in the language of the report; version 2 has words too, in English.
package struct ReplyContent: Sendable, Equatable, Codable {
    package var v: Int
    package var round: Int
    package var language: String
    package var questions: [String]
    package private(set) var words: String?

    package init(round: Int, language: String, questions: [String], words: String? = nil) {
        v = words == nil ? 1 : 2
        self.round = round
        self.language = language
        self.questions = questions
        self.words = words
    }

    /// Whether a reader of this version knows all that it says.
    package var isKnown: Bool { round >= 1 && v == (words == nil ? 1 : 2) }
}
