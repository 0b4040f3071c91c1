import HeedCore

/// The answers of one language that are good on one day, by theme, with a search over them.
/// The search keeps nothing of what it is asked.
package struct AnswerBook: Sendable {
    /// A theme with those of its answers that are good. None is empty.
    package let themes: [(theme: AnswerTheme, answers: [Answer])]
    private let answers: [Answer]
    private let index: WordIndex

    init(_ themes: [AnswerTheme], ignored: [String], day: CalendarDay) {
        self.themes = themes.map { theme in (theme, theme.answers.filter { $0.isGood(on: day) }) }
            .filter { !$0.answers.isEmpty }
        let answers = self.themes.flatMap(\.answers)
        self.answers = answers
        index = WordIndex(
            answers.map { ([$0.question] + $0.otherWordings, $0.text) }, ignored: ignored)
    }

    /// The answers that fit, best first: none where nothing fits well enough.
    package func search(_ question: some StringProtocol, limit: Int = 5) -> [Answer] {
        index.search(question, limit: limit).map { answers[$0] }
    }

    package var isEmpty: Bool { answers.isEmpty }
}
