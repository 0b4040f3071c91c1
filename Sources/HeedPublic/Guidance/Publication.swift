import HeedContent
import HeedWeb

/// Which pages of guidance each language publishes: those it has, without those that an equal language lacks.
struct Publication: Sendable {
    let shelf: PageShelf
    private let first: Language
    /// Names of pages by the language's code.
    private let names: [String: Set<String>]

    /// - Parameter languages: those that the site offers, the first in front.
    init(_ shelf: PageShelf, _ languages: [Language], equal: Set<String>) throws(StartupRefusal) {
        let codes = languages.map(\.code)
        guard equal.isSubset(of: codes) else {
            throw StartupRefusal(
                "\(equal.subtracting(codes).sorted().joined(separator: ", ")) is to stand equal but is not offered",
                remedy: "have its words reviewed and offer it, or take it out of languages.equal")
        }
        let held = Dictionary(uniqueKeysWithValues: codes.map { ($0, Set(shelf.pages(in: $0).map(\.name))) })
        for code in codes {
            let lacking = Scope.reporter.pages.subtracting(held[code] ?? [])
            guard lacking.isEmpty else {
                throw StartupRefusal(
                    "\(code) lacks the pages \(lacking.sorted().joined(separator: ", "))",
                    remedy: "write them in Pages/\(code), or leave the language out of languages.offered")
            }
        }
        self.shelf = shelf
        first = languages[0]
        names = held.mapValues { names in equal.reduce(names) { $0.intersection(held[$1] ?? []) } }
    }

    func has(_ name: String, in code: String) -> Bool { names[code]?.contains(name) == true }

    /// A link to a page by its topic: in the language's own words, else in the first language's, marked as such; nil where
    /// the page is published in neither.
    func guide(_ name: String, in language: Language, base: String) -> GuideLink? {
        if has(name, in: language.code), let page = shelf.page(name, in: language.code) {
            return GuideLink(href: "\(base)/\(name)", text: page.head.topic, language: nil)
        }
        guard has(name, in: first.code), let page = shelf.page(name, in: first.code) else { return nil }
        return GuideLink(href: "/\(name)", text: page.head.topic, language: first.code)
    }
}
