/// Where a link of a page's text leads.
package struct PageLink: Equatable, Sendable {
    package let href: String
    /// The language of what is there, where it is not the page's own.
    package let language: String?

    /// To a page that is there and not published: its words stand without a link.
    package static let withheld = PageLink(href: "")

    package init(href: String, language: String? = nil) {
        self.href = href
        self.language = language
    }
}
