import Mustache

/// Everything a page may name: its own model first, then the frame that a site's pages share, then the language.
///
/// Remembers names that nothing declares; the engine would render them as nothing.
final class PageRoot: MustacheParent {
    private let page: PageFields
    private let frame: PageFields?
    private let language: [String: String]
    private(set) var missing: Set<String> = []

    init(page: PageFields, frame: PageFields?, language: [String: String]) {
        self.page = page
        self.frame = frame
        self.language = language
    }

    func child(named name: String) -> Any? {
        if let value = page.child(named: name) ?? frame?.child(named: name) ?? language[name] { return value }
        missing.insert(name)
        return nil
    }
}
