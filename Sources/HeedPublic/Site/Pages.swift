import HTTPTypes
import HeedContent
import HeedWeb

/// Renders the public pages. Those that may hold an answer come out padded to 16 KiB steps.
struct Pages: Sendable {
    private let library: PageLibrary
    let publication: Publication
    /// What stands on every page just now.
    let standing = Standing()
    /// One for each language, in the catalogue's order, the first language in front.
    let speeches: [Speech]
    /// The languages' codes.
    let codes: Set<String>

    init(_ library: PageLibrary, _ catalogue: Catalogue, _ shelf: PageShelf, _ settings: SiteSettings) throws {
        self.library = library
        let languages = catalogue.languages
        let publication = try Publication(shelf, languages, equal: settings.equalLanguages)
        self.publication = publication
        speeches = try languages.compactMap { catalogue.words(in: $0.code) }
            .map { words in
                let speech = try Speech(words, settings, all: languages, publication)
                return try speech.drawingForms(
                    { try library.part($0, $1, frame: speech.frame, in: speech.code) },
                    languages.filter { $0 != speech.language })
            }
        codes = Set(speeches.map(\.code))
        try Self.checkJourney(library, languages.map(\.code))
    }

    /// Only parts of guidance may lack words in a language; a journey with a hole does not start.
    private static func checkJourney(_ library: PageLibrary, _ codes: [String]) throws {
        for code in codes {
            let lacking = library.untranslated(in: code)
                .filter { name in !["parts/", "answers/"].contains { name.hasPrefix($0) } }
            guard lacking.isEmpty else {
                throw StartupRefusal(
                    "\(code) lacks words for \(lacking.sorted().joined(separator: ", "))",
                    remedy: "use only words of the journey on its pages")
            }
        }
    }

    /// Whether a page is there in a language. Pages of the journey always are.
    func publishes(_ path: String, in speech: Speech) -> Bool {
        let name = String(path.dropFirst())
        return publication.has(name, in: speech.code) || !Route.isFree(name)
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
        headers: HTTPFields = [:], length: HTMLPage.Length = .padded
    ) throws -> HTMLPage {
        let sheet = standing.sheet
        let html = try library.render(template, model.values, frame: sheet.frame(speech), in: speech.code)
        return HTMLPage(html, status: status, headers: headers, length: length, apart: sheet.bytes(speech))
    }

    /// A page of the journey: its stencil filled. One sheet is used for all of it.
    /// - Parameter isKept: whether the stencil serves others too; false where it says something to this reporter alone.
    func page(
        _ page: any GappedPage, carrying sealed: FormSeal.Sealed, from stencils: Stencils, isKept: Bool,
        _ speech: Speech, status: HTTPResponse.Status, length: HTMLPage.Length, draw: () -> PageModel
    ) throws -> HTMLPage {
        let sheet = standing.sheet
        let code = speech.code
        func drawn(_ template: String, _ model: [String: Any], _ frame: PageFrame) throws -> Stencil {
            try library.stencil(template, model, frame: frame, in: code)
        }
        func key(_ template: String, _ shape: String = "") -> Stencils.Key {
            Stencils.Key(template: template, shape: shape, language: code)
        }
        func whole() throws -> Stencil { try drawn(page.template, draw().values, sheet.frame(speech)) }
        let stencil =
            isKept
            ? try stencils.stencil(key(page.template, page.shape), sheet: sheet.number, draw: whole) : try whole()
        var own = try page.own(speech) { template, gaps in
            try stencils.stencil(key(template), sheet: sheet.number) {
                let model = gaps.map { ($0, Stencil.gap($0)) }
                return try drawn(template, Dictionary(uniqueKeysWithValues: model), speech.frame)
            }
        }
        own.merge(sealed.fillings) { $1 }
        return HTMLPage(stencil.filled(own).html, status: status, length: length, apart: sheet.bytes(speech))
    }

    /// The page's text, for one that is kept.
    func html(_ template: String, _ model: PageModel, _ speech: Speech) throws -> String {
        try library.render(template, model.values, frame: standing.sheet.frame(speech), in: speech.code)
    }

    /// A part of a page.
    func part(_ template: String, _ model: [String: Any], _ speech: Speech) throws -> Markup {
        try library.part(template, model, frame: speech.frame, in: speech.code)
    }
}
