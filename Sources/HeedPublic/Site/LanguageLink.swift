import HeedContent
import HeedWeb

/// A language's name in its own script, with where it leads.
struct LanguageLink: PageNamed, Sendable {
    let code: String
    let name: String
    let direction: String
    let href: String
    let isCurrent: Bool

    init(_ language: Language, href: String, isCurrent: Bool = false) {
        code = language.code
        name = language.name
        direction = language.direction.rawValue
        self.href = href
        self.isCurrent = isCurrent
    }

    var named: [(name: String, value: Any)] {
        [("code", code), ("name", name), ("direction", direction), ("href", href), ("isCurrent", isCurrent)]
    }

    /// The prefix of a language's addresses. The first has none.
    static func base(of language: Language, among languages: [Language]) -> String {
        language == languages.first ? "" : "/" + language.code
    }
}
