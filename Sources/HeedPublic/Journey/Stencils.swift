import HeedCore
import HeedWeb
import Synchronization

/// Pages of the journey on which nothing of anybody's stands yet, drawn once and only filled in for each reporter: what a
/// form carries unseen is all that differs between two people's first pages.
/// Drawn anew when what stands on every page changes.
final class Stencils: Sendable {
    /// Which page it is.
    struct Key: Hashable, Sendable {
        let kind: ReportKind
        let step: JourneyStep
        let language: String
    }

    private struct Drawn: Sendable {
        var sheet = -1
        var pages: [Key: Stencil] = [:]
    }

    private let drawn = Mutex(Drawn())

    /// - Parameters:
    ///   - sheet: the number of what stands on every page.
    ///   - draw: draws the page with `Stencil.gaps` in the place of what a form carries.
    func page(_ key: Key, sheet: Int, draw: () throws -> String) throws -> Stencil {
        let known = drawn.withLock { drawn -> Stencil? in
            if drawn.sheet != sheet { drawn = Drawn(sheet: sheet) }
            return drawn.pages[key]
        }
        if let known { return known }
        let made = Stencil(try draw())
        drawn.withLock { drawn in
            if drawn.sheet == sheet { drawn.pages[key] = made }
        }
        return made
    }
}

/// A page with gaps for what a form carries.
struct Stencil: Sendable {
    private let pieces: [Substring]

    /// What a page is drawn with. No text of ours has them, and nobody else's text is on such a page.
    static let gaps = (state: gap + "state", token: gap + "token", fill: gap + "fill")
    private static let gap = "heed-stencil-"

    /// - Precondition: each gap is there once, in the order of the form.
    init(_ html: String) {
        var rest = html[...]
        var pieces: [Substring] = []
        for gap in [Self.gaps.state, Self.gaps.token, Self.gaps.fill] {
            guard let place = rest.firstRange(of: gap) else { preconditionFailure("a form carries \(gap)") }
            pieces.append(rest[..<place.lowerBound])
            rest = rest[place.upperBound...]
        }
        self.pieces = pieces + [rest]
    }

    func filled(_ sealed: FormSeal.Sealed, _ fill: String) -> String {
        var html = ""
        html.reserveCapacity(pieces.reduce(0) { $0 + $1.utf8.count } + sealed.state.utf8.count + 256 + fill.utf8.count)
        html += pieces[0]
        html += sealed.state
        html += pieces[1]
        html += sealed.token
        html += pieces[2]
        html += fill
        html += pieces[3]
        return html
    }
}
