/// HTML that this program made from content it was given by its own people: the only text a page shows as it is.
/// Made by `PageWriter`, `PageLibrary` and `Stencil` alone, where every word in it was escaped.
package struct Markup: Sendable {
    package let html: String

    init(html: String) { self.html = html }

    package static let none = Markup(html: "")

    package static func + (a: Markup, b: Markup) -> Markup { Markup(html: a.html + b.html) }
}
