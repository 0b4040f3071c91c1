import HeedWeb
import Hummingbird

/// Home and the guidance pages: rendered once at start, answered from memory.
struct Guidance: Sendable {
    private let pages: Pages
    private var rendered: [String: HTMLPage] = [:]

    init(_ pages: Pages) throws {
        self.pages = pages
        for speech in pages.speeches {
            for (route, template, topic) in Route.fixed where pages.publishes(route.rawValue, in: speech) {
                var model = PageModel(
                    title: speech.title(topic), links: pages.links(to: route.rawValue, speech))
                if route == .home { Door.fill(&model, pages, speech) }
                rendered[speech.base + route.rawValue] = try pages.page(template, model, speech)
            }
        }
    }

    func add(to router: SiteRouter, _ speech: Speech) {
        for (route, _, _) in Route.fixed {
            guard let page = rendered[speech.base + route.rawValue] else { continue }
            router.get(RouterPath(speech.base + route.rawValue)) { _, _ in page.response }
        }
    }
}
