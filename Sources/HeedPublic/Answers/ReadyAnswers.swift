import HeedContent
import HeedCore
import HeedWeb

/// The quick answers of one language as they are on one day: written, and ready to be searched.
/// Keeps nothing of what it is asked.
struct ReadyAnswers: Sendable {
    let themes: [AnswerThemeView]
    /// The days on which one of them ends.
    let ends: [CalendarDay]
    private let book: AnswerBook
    private let views: [String: AnswerView]

    /// - Returns: nil for a language without answers.
    /// - Throws: `ContentFault` for an answer that names what is not there.
    init?(_ book: AnswerBook, _ speech: Speech, _ writer: PageWriter) throws {
        guard !book.isEmpty else { return nil }
        var themes: [AnswerThemeView] = []
        for (theme, answers) in book.themes {
            let bodies = try writer.write(theme)
            themes.append(
                AnswerThemeView(
                    name: theme.name,
                    reviewed: speech.text("site.reviewed", ["date": speech.date(theme.reviewed)]),
                    answers: answers.map {
                        AnswerView(id: $0.id, question: $0.question, body: bodies[$0.id] ?? .none)
                    }))
        }
        self.themes = themes
        self.book = book
        ends = book.themes.flatMap { $0.answers.compactMap(\.until) }
        views = Dictionary(uniqueKeysWithValues: themes.flatMap(\.answers).map { ($0.id, $0) })
    }

    func search(_ question: String) -> [AnswerView] { book.search(question).compactMap { views[$0.id] } }
}
