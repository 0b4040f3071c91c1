/// What a reporter is sent: approved questions by key, in the language of their report. JSON with sorted keys.
package struct ReplyContent: Sendable, Equatable, Codable {
    package var v = 1
    package var round: Int
    package var language: String
    package var questions: [String]

    package init(round: Int, language: String, questions: [String]) {
        self.round = round
        self.language = language
        self.questions = questions
    }
}
