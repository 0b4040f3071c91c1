/// A run of words inside a block.
package indirect enum Span: Equatable, Sendable {
    case text(String)
    case strong([Span])
    /// A link to a page (`/signs`), a heading (`#run`), another site (`https://…`) or an address from the settings
    /// (`{travelPage}`).
    case link([Span], to: String)
    /// A sentence that promises something, under the name by which `Docs/promises.md` knows it.
    case promise(id: String, [Span])
    /// A place filled in from the settings: `{hotline}`.
    case place(String)
}
