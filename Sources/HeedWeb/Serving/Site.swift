import Hummingbird
package import HummingbirdCore

/// One site as its listener sees it: its own pages in the order of defences that every request goes through.
///
/// Outermost first: headers on whatever comes back; errors into pages; the door (address length, method, cookies, where
/// a change comes from); assets; the site's routes.
package struct Site: Sendable {
    /// Renders an error page in the site's own frame. May throw: then the fallback page is sent.
    package typealias ErrorRenderer = @Sendable (ErrorPage, Request, WebContext) async throws -> HTMLPage

    package var headers: HeaderPolicy
    package var crossSite: CrossSite
    /// False for the public: a cookie that comes, from another port of the host, is dropped before any route.
    package var keepsCookies: Bool
    package var assets: Assets
    package var fallback: FallbackPage
    package var errorPage: ErrorRenderer
    /// Length of the fallback page: that of the site's other pages.
    package var length: HTMLPage.Length
    package var routes: @Sendable (SiteRouter) -> Void
    /// What is held in memory at an address, its fields under the table of this site. Answered before any route; the routes
    /// answer the same, for requests that are out of the way.
    package var kept: @Sendable (String) -> KeptAnswer?

    package init(
        headers: HeaderPolicy, crossSite: CrossSite, keepsCookies: Bool, assets: Assets, fallback: FallbackPage,
        length: HTMLPage.Length, errorPage: @escaping ErrorRenderer, routes: @escaping @Sendable (SiteRouter) -> Void,
        kept: @escaping @Sendable (String) -> KeptAnswer? = { _ in nil }
    ) {
        self.headers = headers
        self.crossSite = crossSite
        self.keepsCookies = keepsCookies
        self.assets = assets
        self.fallback = fallback
        self.length = length
        self.errorPage = errorPage
        self.routes = routes
        let files = assets.under(headers)
        self.kept = { path in path.hasPrefix(Assets.prefix) ? files.answer(at: path) : kept(path) }
    }

    /// The site as one responder. Refuses other methods wherever only some have a route.
    func responder() -> RouterResponder<WebContext> {
        let router = Router(context: WebContext.self, options: .autoGenerateHeadEndpoints)
        router.add(middleware: HeaderMiddleware(policy: headers))
        router.add(middleware: ErrorMiddleware(renderer: errorPage, fallback: fallback, length: length))
        router.add(middleware: DoorMiddleware(crossSite: crossSite, keepsCookies: keepsCookies))
        router.add(middleware: AssetMiddleware(assets: assets))
        let recording = SiteRouter(router)
        routes(recording)
        recording.refuseOtherMethods()
        return router.buildResponder()
    }
}
