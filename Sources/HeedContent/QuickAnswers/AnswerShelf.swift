import FoundationEssentials
package import HeedCore

/// The quick answers of every language they are there in: `<language>/<theme>.md`, and `ignored.txt` with the words that
/// its search leaves out.
///
/// A force's own folder is laid over the program's: its file takes the place of a theme, or adds one. Themes stand in
/// the order of their files' names.
package struct AnswerShelf: Sendable {
    private struct Language {
        var themes: [String: AnswerTheme] = [:]
        var ignored: [String] = []
    }

    private static let ignoredFile = "ignored.txt"
    private var languages: [String: Language] = [:]

    package init() {}

    package static func load(directories: [String]) throws(ContentFault) -> AnswerShelf {
        var shelf = AnswerShelf()
        for directory in directories {
            for language in try entries(directory) {
                for file in try entries("\(directory)/\(language)") { try shelf.add(directory, language, file) }
            }
        }
        for code in shelf.codes { try shelf.checkIDs(code) }
        return shelf
    }

    private mutating func add(_ directory: String, _ language: String, _ name: String) throws(ContentFault) {
        let file = "\(language)/\(name)"
        guard let data = FileManager.default.contents(atPath: "\(directory)/\(file)"),
            let text = String(validating: data, as: UTF8.self)?.replacing("\r\n", with: "\n")
        else { throw ContentFault(file, nil, .notReadable) }
        if name == Self.ignoredFile {
            languages[language, default: Language()].ignored = text.split(whereSeparator: \.isWhitespace).map(
                String.init)
        } else {
            guard name.hasSuffix(".md") else { throw ContentFault(file, nil, .badName) }
            languages[language, default: Language()].themes[name] = try AnswerTheme(text, file: file)
        }
    }

    private static func entries(_ directory: String) throws(ContentFault) -> [String] {
        guard let entries = try? FileManager.default.contentsOfDirectory(atPath: directory) else {
            throw ContentFault(directory, nil, .notReadable)
        }
        return entries.filter { !$0.hasPrefix(".") }.sorted()
    }

    /// All themes of a language are on one page.
    private func checkIDs(_ code: String) throws(ContentFault) {
        var seen: Set<String> = []
        for theme in themes(in: code) {
            for answer in theme.answers where !seen.insert(answer.id).inserted {
                throw ContentFault(theme.file, nil, .twice, answer.id)
            }
        }
    }

    /// Codes of the languages that have answers.
    package var codes: [String] { languages.keys.sorted() }

    package func themes(in code: String) -> [AnswerTheme] {
        (languages[code]?.themes ?? [:]).sorted { $0.key < $1.key }.map(\.value)
    }

    /// What can be shown and found on a day.
    package func book(in code: String, on day: CalendarDay) -> AnswerBook {
        AnswerBook(themes(in: code), ignored: languages[code]?.ignored ?? [], day: day)
    }

    /// What staff have to look at on a day: themes past their review, answers that are no longer shown.
    package func due(on day: CalendarDay) -> [DuePage] {
        codes.flatMap { code in
            themes(in: code).compactMap { theme in
                let ended = theme.ended(on: day)
                guard theme.isOverdue(on: day) || !ended.isEmpty else { return nil }
                return DuePage(
                    file: theme.file, owner: theme.owner, reviewBy: theme.isOverdue(on: day) ? theme.reviewBy : nil,
                    endedFacts: ended)
            }
        }
    }
}
