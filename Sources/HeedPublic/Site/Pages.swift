import HTTPTypes
import HeedContent
import HeedWeb

/// Renders the public pages. All come out padded to 16 KiB steps, guidance too: size does not say what is read.
struct Pages: Sendable {
    private let library: PageLibrary
    /// Guidance templates that a language does not publish, by its code.
    private let withheld: [String: Set<String>]
    /// One for each language, in the catalogue's order, the first language in front.
    let speeches: [Speech]
    /// The languages' codes.
    let codes: Set<String>

    init(_ library: PageLibrary, _ catalogue: Catalogue, _ settings: SiteSettings) throws {
        self.library = library
        let languages = catalogue.languages
        speeches = try languages.compactMap { catalogue.words(in: $0.code) }
            .map { try Speech($0, settings, all: languages) }
        codes = Set(speeches.map(\.code))
        withheld = try Self.withheld(library, languages.map(\.code), equal: settings.equalLanguages)
    }

    /// What each language does not publish: pages whose words it lacks, and pages that an equal language lacks. Only
    /// guidance may be lacking; a journey with a hole does not start.
    private static func withheld(
        _ library: PageLibrary, _ codes: [String], equal: Set<String>
    ) throws -> [String: Set<String>] {
        let guidance = Set(Route.fixed.filter { $0.route != .home }.map(\.template))
        let lacking = Dictionary(uniqueKeysWithValues: codes.map { ($0, library.untranslated(in: $0)) })
        for (code, templates) in lacking where !templates.isSubset(of: guidance) {
            throw StartupRefusal(
                "\(code) lacks words for \(templates.subtracting(guidance).sorted().joined(separator: ", "))",
                remedy: "use only words of the journey on its pages")
        }
        guard equal.isSubset(of: codes) else {
            throw StartupRefusal(
                "\(equal.subtracting(codes).sorted().joined(separator: ", ")) is to stand equal but is not offered",
                remedy: "have its words reviewed and offer it, or take it out of languages.equal")
        }
        let inNone = equal.reduce(into: Set<String>()) { $0.formUnion(lacking[$1] ?? []) }
        return lacking.mapValues { $0.union(inNone) }
    }

    /// Whether a page is there in a language. Pages of the journey always are.
    func publishes(_ path: String, in speech: Speech) -> Bool {
        guard let page = Route.fixed.first(where: { $0.route.rawValue == path }) else { return true }
        return withheld[speech.code]?.contains(page.template) != true
    }

    /// A language that is no longer there gives way to the first.
    func speech(_ code: String) -> Speech { speeches.first { $0.code == code } ?? speeches[0] }

    /// The language an address names, by its prefix.
    func speech(ofPath path: String) -> Speech {
        speeches.dropFirst().first { path == $0.base || path.hasPrefix($0.base + "/") } ?? speeches[0]
    }

    /// The languages row of a page that can be asked for by its address. A language without it leads to its first page.
    func links(to path: String, _ speech: Speech) -> [LanguageLink] {
        speeches.map {
            LanguageLink(
                $0.language, href: $0.base + (publishes(path, in: $0) ? path : Route.home.rawValue),
                isCurrent: $0.code == speech.code)
        }
    }

    func page(
        _ template: String, _ model: PageModel, _ speech: Speech, status: HTTPResponse.Status = .ok,
        headers: HTTPFields = [:]
    ) throws -> HTMLPage {
        let html = try library.render(template, model.values, frame: speech.frame, in: speech.code)
        return HTMLPage(html, status: status, headers: headers, length: .padded)
    }
}
