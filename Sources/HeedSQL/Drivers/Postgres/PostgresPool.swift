import Synchronization

/// Lends out at most so many lines to the server; who finds none waits in order.
final class PostgresPool: Sendable {
    private typealias Waiting = CheckedContinuation<PostgresLine?, Never>

    private struct State {
        var idle: [PostgresLine]
        var waiting: [Waiting] = []
        var isClosed = false
        var drained: CheckedContinuation<Void, Never>?
    }

    private let count: Int
    private let state: Mutex<State>

    init(_ settings: PostgresSettings) {
        count = max(1, settings.connections)
        state = Mutex(State(idle: (0..<count).map { PostgresLine(settings, number: $0) }))
    }

    func take() async throws(SQLError) -> PostgresLine {
        let line = await withCheckedContinuation { (continuation: Waiting) in
            let now: PostgresLine?? = state.withLock { state in
                if state.isClosed { return .some(nil) }
                // The last one used is the likeliest to be connected.
                if let line = state.idle.popLast() { return line }
                state.waiting.append(continuation)
                return nil
            }
            if let now { continuation.resume(returning: now) }
        }
        guard let line else { throw .unavailable }
        return line
    }

    func put(_ line: PostgresLine) {
        let (next, drained) = state.withLock { state -> (Waiting?, CheckedContinuation<Void, Never>?) in
            if !state.waiting.isEmpty { return (state.waiting.removeFirst(), nil) }
            state.idle.append(line)
            return (nil, state.idle.count == count ? state.drained : nil)
        }
        next?.resume(returning: line)
        drained?.resume()
    }

    /// Refuses whoever comes or waits, lets running transactions end, and returns all lines.
    func close() async -> [PostgresLine] {
        let refused = state.withLock { state in
            state.isClosed = true
            defer { state.waiting = [] }
            return state.waiting
        }
        for continuation in refused { continuation.resume(returning: nil) }
        await withCheckedContinuation { continuation in
            let isIdle = state.withLock { state in
                if state.idle.count == count { return true }
                state.drained = continuation
                return false
            }
            if isIdle { continuation.resume() }
        }
        return state.withLock { $0.idle }
    }
}
