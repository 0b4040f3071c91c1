import HTTPTypes
package import HeedCasework
package import HeedContent
package import HeedIntake
package import HeedVault
package import HeedWeb
import Hummingbird
import NIOCore

/// The officers' site, ready for a listener.
/// Every address comes from `DeskRoutes.matrix`; whoever may not have a page gets the bytes of one that does not exist.
package struct Console: Sendable {
    package let site: Site

    /// - Parameters:
    ///   - keys: the live form keys, asked for at each request since they change by the day.
    ///   - contentDirectory: where templates and assets are looked for before the program's own.
    /// - Throws: `TemplateFault`, `CatalogueFault` or `StartupRefusal` for a site that could show a broken page.
    package init(
        settings: ConsoleSettings, catalogue: Catalogue, desk: Desk, intake: Intake,
        keys: @escaping @Sendable () -> FormKeys, isTLS: Bool, contentDirectory: String? = nil
    ) throws {
        try catalogue.require(SpokenKeys.all)
        let assets = try Assets(
            directory: ContentFolder.locate("Assets", of: "HeedDesk", contentDirectory: contentDirectory))
        let templates = try ContentFolder.locate("Templates", of: "HeedDesk", contentDirectory: contentDirectory)
        let library = try PageLibrary(directories: [templates], catalogue: catalogue.offering([]), assets: assets)
        let pages = try Pages(library, Speech(words: catalogue.first), settings, desk)
        let rooms = Rooms(
            desk: desk, intake: intake, pages: pages, keys: keys,
            cookie: SessionCookie("heed-desk", isTLS: isTLS),
            workstation: WorkstationCookie(isTLS: isTLS, days: settings.workstationDays),
            noticeDesk: NoticeDesk(
                desk: desk, pages: pages, languages: NoticeLanguages(catalogue, desk.settings.notices)))
        let failures = Failures(pages: pages)
        site = Site(
            headers: HeaderPolicy(isTLS: isTLS, scripts: .asking),
            crossSite: CrossSite(origins: settings.origins),
            keepsCookies: true,
            assets: assets,
            fallback: FallbackPage(
                emergency: settings.emergency, notUrgent: settings.nonEmergency, hotline: settings.hotline),
            length: .natural,
            errorPage: { page, _, _ in try failures.page(for: page) },
            routes: { router in
                for route in DeskRoutes.matrix {
                    router.on(RouterPath(route.path), method: route.method) { request, context in
                        try await rooms.answer(route, request, context)
                    }
                }
            })
    }
}
