package import Hummingbird

/// What a request carries besides itself.
/// It has no peer address, and nothing by which to reach one.
package struct WebContext: RequestContext {
    package var coreContext: CoreRequestContextStorage
    /// Where a request that changes something came from. `foreign` never reaches a route.
    package var crossSite: CrossSite.Verdict = .harmless

    package init(source: ApplicationRequestContextSource) {
        coreContext = .init(source: source)
    }
}
