import FoundationEssentials

/// The files of one language, read and not yet compared with the others.
struct LanguageFolder {
    private var facts: [String: String] = [:]
    private var texts: [String: String] = [:]
    private var path = ""

    private static let factsFile = "language.json"

    static func all(in directory: String) throws(CatalogueFault) -> [String: LanguageFolder] {
        guard let entries = try? FileManager.default.contentsOfDirectory(atPath: directory) else {
            throw .noDirectory(directory)
        }
        var folders: [String: LanguageFolder] = [:]
        for code in entries.sorted() where !code.hasPrefix(".") {
            let path = directory + "/" + code
            guard let files = try? FileManager.default.contentsOfDirectory(atPath: path) else { continue }
            var folder = LanguageFolder()
            folder.path = path
            for file in files.sorted() where file.hasSuffix(".json") {
                let texts = try read(path + "/" + file)
                guard file != factsFile else {
                    folder.facts = texts
                    continue
                }
                let feature = file.dropLast(".json".count)
                for (key, text) in texts { folder.texts["\(feature).\(key)"] = text }
            }
            folders[code] = folder
        }
        return folders
    }

    private static func read(_ file: String) throws(CatalogueFault) -> [String: String] {
        guard let data = FileManager.default.contents(atPath: file),
            let texts = try? JSONDecoder().decode([String: String].self, from: data)
        else { throw .notReadable(file: file) }
        return texts
    }

    /// Texts of `upper` win. A key of its own is a slip.
    func overlaid(with upper: LanguageFolder, _ code: String) throws(CatalogueFault) -> LanguageFolder {
        let unknown = upper.texts.keys.filter { texts[$0] == nil }
        guard unknown.isEmpty else { throw .unknown(language: code, keys: unknown.sorted()) }
        var both = self
        both.facts.merge(upper.facts) { $1 }
        both.texts.merge(upper.texts) { $1 }
        return both
    }

    func phrases(_ code: String) throws(CatalogueFault) -> [String: Phrase] {
        var phrases: [String: Phrase] = [:]
        var stray: [String] = []
        for (key, text) in texts {
            if let phrase = Phrase(text) { phrases[key] = phrase } else { stray.append(key) }
        }
        guard stray.isEmpty else { throw .braces(language: code, keys: stray.sorted()) }
        return phrases
    }

    /// The first language is what others are compared with: it alone need not say who reviewed it.
    func language(_ code: String, isFirst: Bool) throws(CatalogueFault) -> Language {
        guard let name = facts["name"], let direction = facts["dir"].flatMap(Language.Direction.init),
            let reviewed = facts["reviewed"] ?? (isFirst ? "" : nil)
        else { throw .languageIncomplete(file: path + "/" + Self.factsFile) }
        let isReviewed = reviewed != "no"
        return Language(
            code: code, direction: direction, name: name, isReviewed: isReviewed,
            reviewer: isReviewed && !reviewed.isEmpty ? reviewed : nil)
    }
}
