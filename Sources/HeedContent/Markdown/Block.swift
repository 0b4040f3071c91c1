/// One block of a page's text. See `Docs/pages.md` for how each is written.
/// Holds words and structure only: what HTML it becomes is the page's business.
package indirect enum Block: Equatable, Sendable {
    /// Level 2 or 3: the page's title is its one heading of level 1. An id only where the text gives one.
    case heading(level: Int, id: String?, words: [Span])
    case paragraph([Span])
    case list(isOrdered: Bool, items: [[Block]])
    /// A quotation in Markdown: here, something that stands out.
    case callout([Block])
    /// The first cell of each row names the row.
    case table(header: [[Span]], rows: [[[Span]]])
    /// Blocks shown only as long as the fact that the page's head names is good.
    case fact(String, [Block])
    /// A part that the site fills in: a film, a list made from live settings.
    case part(String)
}
