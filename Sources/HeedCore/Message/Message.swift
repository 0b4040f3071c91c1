/// Questions put to a reporter: approved ones only, in one round.
/// A reporter is never asked to find out more, so no question here sets a task; free text comes with a second officer, later.
package struct Message: Sendable, Equatable, Codable {
    /// The approved questions, by catalogue key `ask.<key>`.
    package static let approved = [
        "when-last", "where-exactly", "vehicle-marked", "heard-words", "others-saw", "still-there", "how-long",
        "direction",
    ]
    /// Rounds an officer may send without a review.
    package static let freeRounds = 1
    /// The most questions in one round.
    package static let mostQuestions = 3

    package let questions: [String]

    /// - Returns: nil unless there are one to three questions and all are approved ones.
    package init?(questions: [String]) {
        let chosen = Self.approved.filter(questions.contains)
        guard (1...Self.mostQuestions).contains(chosen.count), chosen.count == questions.count else { return nil }
        self.questions = chosen
    }
}
