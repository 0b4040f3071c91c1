/// The words of one language.
/// Whole by construction: each feature that is there has every key, or the catalogue does not load.
package struct Words: Sendable {
    package let language: Language
    let phrases: [String: Phrase]

    package init(language: Language, phrases: [String: Phrase]) {
        self.language = language
        self.phrases = phrases
    }

    package var keys: Set<String> { Set(phrases.keys) }

    /// The part of a key in front of its first dot, which is the name of its file.
    package static func feature(of key: String) -> String { String(key.prefix { $0 != "." }) }

    package func phrase(_ key: String) -> Phrase? { phrases[key] }

    /// The text under `key`, its places filled with `values`. Values are plain text: pages escape when they render.
    ///
    /// A key or place that is not there stops a debug build, and is shown in brackets by a release build: a page with a
    /// visible slip serves the reader better than no page. Keys made at run time are checked at start with
    /// `Catalogue.require`.
    package func text(_ key: String, _ values: [String: String] = [:]) -> String {
        guard let phrase = phrases[key] else {
            assertionFailure("no words for \(key)")
            return "⟦\(key)⟧"
        }
        return phrase.parts.reduce(into: "") { text, part in
            switch part {
            case .words(let words):
                text += words
            case .place(let name):
                assert(values[name] != nil, "\(key) needs \(name)")
                text += values[name] ?? "⟦\(name)⟧"
            }
        }
    }
}
