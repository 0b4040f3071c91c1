import HeedCore
import HeedWeb
import Synchronization

/// What was drawn of pages of the journey once and is the same for every reporter. Drawn anew when what stands on every
/// page changes.
final class Drawn<Value: Sendable>: Sendable {
    /// Which page it is of.
    struct Key: Hashable, Sendable {
        let kind: ReportKind
        let step: JourneyStep
        let language: String
    }

    private struct State: Sendable {
        var sheet = -1
        var values: [Key: Value] = [:]
    }

    private let state = Mutex(State())

    /// - Parameter sheet: the number of what stands on every page.
    func value(_ key: Key, sheet: Int, draw: () throws -> Value) throws -> Value {
        let known = state.withLock { state -> Value? in
            if state.sheet != sheet { state = State(sheet: sheet) }
            return state.values[key]
        }
        if let known { return known }
        let made = try draw()
        state.withLock { state in
            if state.sheet == sheet { state.values[key] = made }
        }
        return made
    }
}

/// Pages of the journey on which nothing of anybody's stands yet, drawn once and only filled in for each reporter: what a
/// form carries unseen is all that differs between two people's first pages.
typealias Stencils = Drawn<Stencil>

/// The layout around pages on which something does.
typealias Shells = Drawn<PageShell?>

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
