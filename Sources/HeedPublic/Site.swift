import HTTPTypes
package import HeedContent
package import HeedCore
package import HeedVault
package import HeedWeb
import Hummingbird

/// The anonymous site: pages, their words and the report journey, ready for a listener.
/// Sets no cookie, needs no script (one small file lets people leave by key), keeps nothing of a request, and reaches the store only through its `IntakeDoor`.
package struct PublicSite: Sendable {
    package let site: Site
    /// What the desk says on every page. The program has it look about once a second.
    package let notices: NoticeBoard

    /// - Parameters:
    ///   - keys: the live form keys, asked for at each request since they change by the day.
    ///   - contentDirectory: where templates and styles are looked for before the program's own.
    /// - Throws: `TemplateFault`, `CatalogueFault`, `ContentFault` or `StartupRefusal` for a site that could show a broken page.
    ///   - shelf: the pages of guidance.
    ///   - answers: the quick answers.
    ///   - notices: where what the desk publishes comes from.
    package init(
        settings: SiteSettings, catalogue: Catalogue, shelf: PageShelf, answers: AnswerShelf, door: IntakeDoor,
        notices: NoticeSource = .none, keys: @escaping @Sendable () -> FormKeys,
        clock: Clock, isTLS: Bool, contentDirectory: String? = nil
    ) throws {
        try catalogue.require(SpokenKeys.all)
        let assets = try Self.assets(settings, contentDirectory)
        let templates = try ContentFolder.locate("Templates", of: "HeedPublic", contentDirectory: contentDirectory)
        let library = try PageLibrary(directories: [templates], catalogue: catalogue, assets: assets)
        let pages = try Pages(library, catalogue, shelf, settings)
        let seal = FormSeal(keys: keys)
        let reporting = ReportKind.allCases.map { kind in
            Reporting(
                kind, pages: pages, door: door, seal: seal, clock: clock, quickSeconds: settings.quickSeconds)
        }
        let mailbox = Mailbox(
            pages: pages, door: door, seal: seal, clock: clock, quickSeconds: settings.quickSeconds)
        let feedback = FeedbackPage(pages: pages, door: door.feedback, seal: seal, clock: clock)
        let partner = PartnerPage(pages: pages, door: door.partner, seal: seal, clock: clock)
        let folder = try ContentFolder.locate("Assets", of: "HeedPublic", contentDirectory: contentDirectory)
        let parts = GuidanceParts(
            pages: pages, settings: settings, film: try Film(in: folder, assets),
            booklets: try Booklet.all(in: folder, assets))
        let headers = HeaderPolicy(isTLS: isTLS, scripts: .own, media: true)
        let guidance = try Guidance(
            Self.press(pages, shelf, answers, settings, parts), clock: clock, headers: headers)
        self.notices = NoticeBoard(
            pages: pages, guidance: guidance, source: notices, clock: clock, threatDays: settings.threatDays)
        let search = AnswerSearch(pages: pages, guidance: guidance, settings: settings)
        let leaving = Leaving(exitPage: settings.exitPage)
        let failures = Failures(pages: pages)
        site = Site(
            headers: headers,
            crossSite: CrossSite(origins: settings.origins),
            keepsCookies: false,
            assets: assets,
            fallback: FallbackPage(
                emergency: settings.emergency, notUrgent: settings.nonEmergency, hotline: settings.hotline,
                notice: { pages.standing.sheet.plain }),
            length: .padded,
            errorPage: { page, request, _ in try failures.page(for: page, path: request.uri.path) },
            routes: { router in
                guidance.add(to: router)
                search.add(to: router)
                for speech in pages.speeches {
                    reporting.forEach { $0.add(to: router, speech) }
                    mailbox.add(to: router, speech)
                    leaving.add(to: router, speech)
                    feedback.add(to: router, speech)
                    partner.add(to: router, speech)
                }
                Health(gate: { await door.gate(.activity) }).add(to: router)
            },
            kept: { guidance.current.answers[$0] })
    }

    static func press(
        _ pages: Pages, _ shelf: PageShelf, _ answers: AnswerShelf, _ settings: SiteSettings, _ parts: GuidanceParts
    ) throws -> Press {
        for page in pages.codes.sorted().flatMap(shelf.pages(in:)) where !Route.isFree(page.name) {
            throw ContentFault(page.file, nil, .reserved, "/" + page.name)
        }
        return Press(
            pages: pages, shelf: shelf, answers: answers,
            addresses: Addresses(shelf: shelf, pages: pages, booklets: Set(parts.booklets.map(\.name))),
            parts: parts, files: PlainFiles(settings: settings))
    }

    /// The style sheet with the force's accent in front, so that every page shares one file.
    static func assets(_ settings: SiteSettings, _ contentDirectory: String?) throws -> Assets {
        let folder = try ContentFolder.locate("Assets", of: "HeedPublic", contentDirectory: contentDirectory)
        // Pieces of pages, and what is known of them, are set into pages: nobody asks for them by themselves.
        var assets = try Assets(directory: folder) { name in
            name == StyleSheet.name || name.hasSuffix(".html") || name.hasSuffix(".json")
        }
        try assets.add(Array(settings.accent.css.utf8) + StyleSheet.read(folder), named: StyleSheet.name)
        return assets
    }
}
