import HeedWeb

/// A link to a page of guidance from a page of any language.
struct GuideLink: PageNamed, Sendable {
    let href: String
    let text: String
    /// Of the link's words and of what is there, where it is not the page's own.
    let language: String?

    var named: [(name: String, value: Any)] { [("href", href), ("text", text), ("language", language as Any)] }
}
