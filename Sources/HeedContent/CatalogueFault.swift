/// Why the words could not be loaded. Every fault names the file or the keys, so that it can be mended.
package enum CatalogueFault: Error, Equatable, CustomStringConvertible {
    case noDirectory(String)
    case notReadable(file: String)
    /// `language.json` lacks a name or a direction or, but for the first language, word of who reviewed it.
    case languageIncomplete(file: String)
    /// A language lacks keys that the first one has, of a feature that it must have or has in part.
    case missing(language: String, keys: [String])
    /// A language has keys that the first one lacks, or an overlay names keys that nothing uses: most often a slip.
    case unknown(language: String, keys: [String])
    /// A translation has words that only the first language shows.
    case firstLanguageOnly(language: String, keys: [String])
    /// The places to fill in, `{like this}`, differ from those of the first language.
    case placeholdersDiffer(language: String, keys: [String])
    /// A brace without its partner, or a template tag: words are not templates.
    case braces(language: String, keys: [String])

    package var description: String {
        switch self {
        case .noDirectory(let path): "no catalogue of words at \(path)"
        case .notReadable(let file): "\(file) is not a JSON object of texts"
        case .languageIncomplete(let file):
            "\(file) must give \"name\", \"dir\" (ltr or rtl) and \"reviewed\" (by whom and when, or no)"
        case .missing(let language, let keys): "\(language) lacks \(keys.joined(separator: ", "))"
        case .unknown(let language, let keys): "\(language) has unknown keys \(keys.joined(separator: ", "))"
        case .firstLanguageOnly(let language, let keys):
            "\(language) has words that nobody is shown in it: \(keys.joined(separator: ", "))"
        case .placeholdersDiffer(let language, let keys):
            "\(language) fills in other places than the first language in \(keys.joined(separator: ", "))"
        case .braces(let language, let keys): "\(language) has stray braces in \(keys.joined(separator: ", "))"
        }
    }
}
