import FoundationEssentials
package import HeedCore

/// All pages of guidance, in every language they are there in: `<language>/<name>.md`.
/// A force's own folder is laid over the program's: its file takes the place of a page, or adds one.
package struct PageShelf: Sendable {
    private var languages: [String: [String: GuidancePage]] = [:]

    package init() {}

    package static func load(directories: [String]) throws(ContentFault) -> PageShelf {
        var shelf = PageShelf()
        for directory in directories {
            for language in try entries(directory, .badName) {
                for file in try entries("\(directory)/\(language)", .badName) {
                    try shelf.add("\(directory)/\(language)/\(file)", language)
                }
            }
        }
        return shelf
    }

    private mutating func add(_ path: String, _ language: String) throws(ContentFault) {
        let file = path.split(separator: "/").suffix(2).joined(separator: "/")
        let name = String(path.split(separator: "/").last?.dropLast(".md".count) ?? "")
        guard path.hasSuffix(".md"), SpanParser.isID(name) else { throw ContentFault(file, nil, .badName) }
        guard let data = FileManager.default.contents(atPath: path),
            let text = String(validating: data, as: UTF8.self)
        else { throw ContentFault(file, nil, .notReadable) }
        let lines = text.replacing("\r\n", with: "\n")
        languages[language, default: [:]][name] = try GuidancePage(lines, name: name, file: file)
    }

    private static func entries(
        _ directory: String, _ reason: ContentFault.Reason
    ) throws(ContentFault) -> [String] {
        guard let entries = try? FileManager.default.contentsOfDirectory(atPath: directory) else {
            throw ContentFault(directory, nil, reason)
        }
        return entries.filter { !$0.hasPrefix(".") }.sorted()
    }

    package func page(_ name: String, in language: String) -> GuidancePage? { languages[language]?[name] }

    /// Pages of a language by name.
    package func pages(in language: String) -> [GuidancePage] {
        (languages[language] ?? [:]).values.sorted { $0.name < $1.name }
    }

    /// Codes of the languages that have pages.
    package var codes: [String] { languages.keys.sorted() }

    /// What staff have to look at on a day: pages past their review, facts that are no longer shown.
    package func due(on day: CalendarDay) -> [DuePage] {
        codes.flatMap { code in
            pages(in: code).compactMap { page in
                let ended = page.ended(on: day)
                guard page.isOverdue(on: day) || !ended.isEmpty else { return nil }
                return DuePage(
                    file: page.file, owner: page.head.owner,
                    reviewBy: page.isOverdue(on: day) ? page.head.reviewBy : nil, endedFacts: ended)
            }
        }
    }
}
