/// Every public word, in every language: `<lang>/<feature>.json`, a flat object of texts, read as `feature.key`.
///
/// Guarantees: each language holds every key of a feature or none (`Scope` says of which it may hold none), with the
/// same places to fill in, so that no page mixes languages; a catalogue that does not is refused when it is loaded, with
/// the list of keys. There is no fallback.
package struct Catalogue: Sendable {
    /// In the order of their codes, the first language (the one that others are compared with) in front.
    package private(set) var languages: [Language]
    private var words: [String: Words]

    /// Loads the base directory, then lays a force's own texts over it.
    /// An overlay may reword any key and may bring a whole language; a key that it
    /// overlays nothing with is refused as a slip.
    package static func load(directories: [String], first: String = "en") throws(CatalogueFault) -> Catalogue {
        var folders: [String: LanguageFolder] = [:]
        for directory in directories {
            for (code, folder) in try LanguageFolder.all(in: directory) {
                guard let base = folders[code] else {
                    folders[code] = folder
                    continue
                }
                folders[code] = try base.overlaid(with: folder, code)
            }
        }
        return try Catalogue(folders, first: first)
    }

    private init(_ folders: [String: LanguageFolder], first: String) throws(CatalogueFault) {
        guard let model = folders[first] else { throw .noDirectory(first) }
        let modelPhrases = try model.phrases(first)
        var words: [String: Words] = [:]
        for (code, folder) in folders {
            let phrases = try folder.phrases(code)
            let missing = Self.missing(from: phrases, of: modelPhrases)
            guard missing.isEmpty else { throw .missing(language: code, keys: missing.sorted()) }
            let unknown = phrases.keys.filter { modelPhrases[$0] == nil }
            guard unknown.isEmpty else { throw .unknown(language: code, keys: unknown.sorted()) }
            let differing = phrases.filter { $0.value.places != modelPhrases[$0.key]?.places }.keys
            guard differing.isEmpty else { throw .placeholdersDiffer(language: code, keys: differing.sorted()) }
            let needless =
                code == first ? [] : phrases.keys.filter { Scope.rule(of: Words.feature(of: $0)) == .firstLanguage }
            guard needless.isEmpty else { throw .firstLanguageOnly(language: code, keys: needless.sorted()) }
            words[code] = Words(language: try folder.language(code, isFirst: code == first), phrases: phrases)
        }
        self.words = words
        let others = words.values.map(\.language).filter { $0.code != first }.sorted { $0.code < $1.code }
        languages = [words[first]!.language] + others
    }

    private static func missing(from phrases: [String: Phrase], of model: [String: Phrase]) -> [String] {
        let held = Set(phrases.keys.map(Words.feature))
        return model.keys.filter { key in
            let feature = Words.feature(of: key)
            return phrases[key] == nil && (held.contains(feature) || Scope.rule(of: feature) == .everyLanguage)
        }
    }

    /// The first language and those of `codes`: what a site offers.
    package func offering(_ codes: Set<String>) -> Catalogue {
        var offered = self
        offered.languages = languages.enumerated().filter { $0 == 0 || codes.contains($1.code) }.map(\.element)
        offered.words = words.filter { code, _ in offered.languages.contains { $0.code == code } }
        return offered
    }

    /// The words of a language, nil for one that is not there.
    package func words(in code: String) -> Words? { words[code] }

    /// The words of the first language.
    package var first: Words { words[languages[0].code]! }

    package var keys: Set<String> { first.keys }

    /// Refuses to go on when a key that code will ask for is not there. Called at start with every such key.
    package func require(_ keys: some Sequence<String>) throws(CatalogueFault) {
        let missing = Set(keys).subtracting(self.keys)
        guard missing.isEmpty else { throw .missing(language: languages[0].code, keys: missing.sorted()) }
    }
}
