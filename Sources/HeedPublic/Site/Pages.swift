import HTTPTypes
import HeedContent
import HeedWeb

/// Renders the public pages. All come out padded to 16 KiB steps, guidance too: size does not say what is read.
struct Pages: Sendable {
    private let library: PageLibrary
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
    }

    /// A language that is no longer there gives way to the first.
    func speech(_ code: String) -> Speech { speeches.first { $0.code == code } ?? speeches[0] }

    /// The language an address names, by its prefix.
    func speech(ofPath path: String) -> Speech {
        speeches.dropFirst().first { path == $0.base || path.hasPrefix($0.base + "/") } ?? speeches[0]
    }

    /// The languages row of a page that can be asked for by its address.
    func links(to path: String, _ speech: Speech) -> [LanguageLink] {
        speeches.map { LanguageLink($0.language, href: $0.base + path, isCurrent: $0.code == speech.code) }
    }

    func page(
        _ template: String, _ model: PageModel, _ speech: Speech, status: HTTPResponse.Status = .ok,
        headers: HTTPFields = [:]
    ) throws -> HTMLPage {
        let html = try library.render(template, model.values, frame: speech.frame, in: speech.code)
        return HTMLPage(html, status: status, headers: headers, length: .padded)
    }
}
