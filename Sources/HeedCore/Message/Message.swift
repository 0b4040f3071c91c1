/// One round of what officers ask a reporter: approved questions, words of their own, or both.
/// Approved questions set no task. Words of an officer's own take a second person, and go with what in them could be read as a task.
package struct Message: Sendable, Equatable, Codable {
    /// The approved questions, by catalogue key `ask.<key>`.
    package static let approved = [
        "when-last", "where-exactly", "vehicle-marked", "heard-words", "others-saw", "still-there", "how-long",
        "direction",
    ]
    /// The most questions in one round.
    package static let mostQuestions = 3
    /// The most bytes of UTF-8 of an officer's own words.
    package static let mostWords = 1_000
    /// What officers write in. Nothing translates it.
    package static let language = "en"

    package let questions: [String]
    /// Plain text in English; nil where only approved questions are asked.
    package private(set) var words: String?
    /// The language of the report, as a tag: what the reader may not read English in.
    package private(set) var reporterLanguage: String?
    /// What could be read as a task or a promise, as it stands in the words. Part of what both people sign.
    package private(set) var marked: [String]?

    /// - Returns: nil unless there are one to three questions and all are approved ones.
    package init?(questions: [String]) {
        let chosen = Self.approved.filter(questions.contains)
        guard (1...Self.mostQuestions).contains(chosen.count), chosen.count == questions.count else { return nil }
        self.questions = chosen
    }

    /// A round that a second person signs.
    /// - Parameter reporterLanguage: the tag that the report came with.
    /// - Throws: `Refusal.notValid` with what is to be mended.
    package init(questions: [String], words: String, reporterLanguage: String) throws(Refusal) {
        let chosen = Self.approved.filter(questions.contains)
        var problems: [FieldProblem] = []
        if chosen.count > Self.mostQuestions || chosen.count != questions.count {
            problems.append(FieldProblem(field: "question", key: "problem.questions"))
        }
        let hasWords = !AnswerCheck.isBlank(words)
        if chosen.isEmpty, !hasWords { problems.append(FieldProblem(field: "words", key: "problem.words.empty")) }
        if words.utf8.count > Self.mostWords {
            problems.append(FieldProblem(field: "words", key: "problem.words.too-long"))
        }
        guard problems.isEmpty else { throw .notValid(problems) }
        self.questions = chosen
        guard hasWords else { return }
        self.words = words
        self.reporterLanguage = reporterLanguage
        marked = Tasking.marked(in: words)
    }

    /// How many questions it puts; an officer's own words count as one.
    package var count: Int { questions.count + (words == nil ? 0 : 1) }
}
