import HeedContent
import HeedWeb

/// Where a link inside the site's own text leads, from each language.
/// A page that a language lacks is linked to in the first language, and the link says so.
struct Addresses: Sendable {
    let shelf: PageShelf
    let pages: Pages
    /// Names of booklets, which are there in the first language only.
    let booklets: Set<String>

    /// Nil for a link that leads nowhere.
    func link(_ destination: String, from speech: Speech) -> PageLink? {
        let path = String(destination.prefix { $0 != "#" && $0 != "?" })
        let rest = destination.dropFirst(path.count)
        if path == Route.home.rawValue { return rest.isEmpty ? PageLink(href: speech.base + path) : nil }
        if Route.live.contains(path) {
            guard rest.isEmpty || path == Route.report.rawValue && Self.isSign(rest) else { return nil }
            return PageLink(href: speech.live + destination)
        }
        if path == PlainFiles.security || path == PlainFiles.humans {
            return rest.isEmpty ? PageLink(href: destination) : nil
        }
        let first = pages.speeches[0]
        let name = String(path.dropFirst())
        if booklets.contains(name), rest.isEmpty {
            return PageLink(href: destination, language: speech.base.isEmpty ? nil : first.code)
        }
        guard let page = shelf.page(name, in: speech.code) ?? shelf.page(name, in: first.code), Self.has(page, rest)
        else { return nil }
        if pages.publishes(path, in: speech) { return PageLink(href: speech.base + destination) }
        return pages.publishes(path, in: first) ? PageLink(href: destination, language: first.code) : .withheld
    }

    /// `?s=3`: the number of a sign to tick.
    private static func isSign(_ rest: Substring) -> Bool {
        rest.count == 4 && rest.hasPrefix("?s=") && rest.last.map { ("1"..."9").contains($0) } == true
    }

    /// Parts bring ids of their own, which tests follow.
    private static func has(_ page: GuidancePage, _ fragment: Substring) -> Bool {
        guard !fragment.isEmpty else { return true }
        guard fragment.first == "#" else { return false }
        return !page.marks.parts.isEmpty || page.marks.ids.contains { $0.name == fragment.dropFirst() }
    }
}
