/// A page, or a part of one, drawn once with gaps for what differs each time.
///
/// Guarantees: what fills a gap is escaped as the engine would, unless it is markup of this program already. A gap may be
/// there several times, or not at all. Drawn from the site's own words only: nothing that a person typed is in it.
package struct Stencil: Sendable {
    /// What goes into a gap.
    package enum Filling: Sendable {
        case text(String)
        case markup(Markup)
    }

    private struct Piece: Sendable {
        let gap: String
        let after: String
    }

    private static let mark = "heed-gap:"
    private static let end = ";"

    private let head: String
    private let pieces: [Piece]
    private let length: Int

    /// What a gap is drawn as. No word of ours has it, and escaping leaves it as it is.
    /// - Precondition: a name is of letters, digits and hyphens.
    package static func gap(_ name: String) -> String { mark + name + end }

    init(_ drawn: String) {
        var rest = drawn[...]
        var pieces: [Piece] = []
        var text: [String] = []
        var gaps: [String] = []
        while let open = rest.firstRange(of: Self.mark), let close = rest[open.upperBound...].firstRange(of: Self.end) {
            text.append(String(rest[..<open.lowerBound]))
            gaps.append(String(rest[open.upperBound..<close.lowerBound]))
            rest = rest[close.upperBound...]
        }
        text.append(String(rest))
        for (gap, after) in zip(gaps, text.dropFirst()) { pieces.append(Piece(gap: gap, after: after)) }
        head = text[0]
        self.pieces = pieces
        length = text.reduce(0) { $0 + $1.utf8.count }
    }

    /// The page with its gaps filled. A gap that nothing is named for stays empty, as a name does that a model lacks.
    package func filled(_ own: [String: Filling]) -> Markup {
        let fillings = pieces.map { piece in
            switch own[piece.gap] {
            case .text(let text): HTMLEscaping.escaped(text)
            case .markup(let markup): markup.html
            case nil: ""
            }
        }
        var html = head
        html.reserveCapacity(length + fillings.reduce(0) { $0 + $1.utf8.count })
        for (piece, filling) in zip(pieces, fillings) {
            html += filling
            html += piece.after
        }
        return Markup(html: html)
    }
}
