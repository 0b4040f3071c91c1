import HeedWeb
import Synchronization

/// The stencils of one kind's journey: pages and parts of pages that were drawn already.
/// Few, since what a person typed or chose decides no shape but by leaving questions out. Drawn anew when what stands on
/// every page changes.
final class Stencils: Sendable {
    /// Which page or part it is of.
    struct Key: Hashable, Sendable {
        let template: String
        let shape: String
        let language: String
    }

    private struct State: Sendable {
        var sheet = -1
        var drawn: [Key: Stencil] = [:]
    }

    private let state = Mutex(State())

    /// - Parameter sheet: the number of what stands on every page.
    func stencil(_ key: Key, sheet: Int, draw: () throws -> Stencil) throws -> Stencil {
        let known = state.withLock { state -> Stencil? in
            if state.sheet != sheet { state = State(sheet: sheet) }
            return state.drawn[key]
        }
        if let known { return known }
        let made = try draw()
        state.withLock { state in
            if state.sheet == sheet { state.drawn[key] = made }
        }
        return made
    }
}
