/// One text of the catalogue: plain words and named places to fill in, written `{name}`.
package struct Phrase: Equatable, Sendable {
    package enum Part: Equatable, Sendable {
        case words(String)
        case place(String)
    }

    package let parts: [Part]
    package let places: Set<String>

    /// Nil for a brace without its partner or a place without a plain name.
    package init?(_ text: String) {
        var parts: [Part] = []
        var rest = text[...]
        while let brace = rest.firstIndex(where: { $0 == "{" || $0 == "}" }) {
            if brace > rest.startIndex { parts.append(.words(String(rest[..<brace]))) }
            let after = rest.index(after: brace)
            guard rest[brace] == "{", let close = rest[after...].firstIndex(of: "}") else { return nil }
            let name = String(rest[after..<close])
            guard Self.isPlain(name) else { return nil }
            parts.append(.place(name))
            rest = rest[rest.index(after: close)...]
        }
        if !rest.isEmpty { parts.append(.words(String(rest))) }
        self.parts = parts
        places = Set(parts.compactMap { if case .place(let name) = $0 { name } else { nil } })
    }

    private static func isPlain(_ name: String) -> Bool {
        !name.isEmpty
            && name.utf8.allSatisfy {
                $0 >= 0x61 && $0 <= 0x7A || $0 >= 0x41 && $0 <= 0x5A || $0 >= 0x30 && $0 <= 0x39 || $0 == 0x5F
            }
    }
}
