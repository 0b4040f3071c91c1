import HeedContent

/// A link of the first page.
/// Leads to a page in the language of the link's own words: where a page is only there in the first language, the words
/// are too, and the link stands apart with its language marked.
struct Door: Sendable {
    let href: String
    let name: String
    let hint: String

    /// In their order on the page: what people come for, then what to look out for.
    static let routes = ["/report", "/online", "/someone", "/venues", "/answers", "/signs"]

    /// Where a language has no page of guidance, its door leads straight to the form, which every language has.
    private static let forms = [
        "/online": Route.material, "/someone": .concern, "/venues": .advice, "/answers": .question,
    ]

    static func nameKey(_ route: String) -> String { "home.\(route.dropFirst())" }
    static func hintKey(_ route: String) -> String { nameKey(route) + "-hint" }

    private init(_ route: String, _ speech: Speech, _ pages: Pages) {
        let form = pages.publishes(route, in: speech) ? nil : Self.forms[route]
        href = (form != nil || Route.live.contains(route) ? speech.live : speech.base) + (form?.rawValue ?? route)
        name = speech.text(Self.nameKey(route))
        hint = speech.text(Self.hintKey(route))
    }

    static func fill(_ model: inout PageModel, _ pages: Pages, _ speech: Speech) {
        let first = pages.speeches[0]
        let own = routes.filter { pages.publishes($0, in: speech) || forms[$0] != nil }
        let foreign = routes.filter { !own.contains($0) && pages.publishes($0, in: first) }
        model["doors"] = own.map { Door($0, speech, pages) }
        model["hasForeignDoors"] = !foreign.isEmpty
        model["foreignDoors"] = foreign.map { Door($0, first, pages) }
        model["foreignCode"] = first.code
        model["foreignDirection"] = first.language.direction.rawValue
    }
}
