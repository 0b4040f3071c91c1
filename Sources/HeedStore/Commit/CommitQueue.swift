import Synchronization

/// Who waits for a commit, and whose turn it is to run one.
/// At any time at most one caller leads; when its group is settled the first of those still waiting leads the next.
final class CommitQueue: Sendable {
    enum Turn {
        case lead
        case settled
        case full
    }

    private struct Waiting {
        let ticket: CommitTicket
        let continuation: CheckedContinuation<Turn, Never>
        var leads = false
    }

    private struct State {
        var waiting: [Waiting] = []
        var isLed = false
    }

    private let capacity: Int
    private let state = Mutex(State())

    init(capacity: Int) {
        self.capacity = capacity
    }

    func join(_ ticket: CommitTicket) async -> Turn {
        await withCheckedContinuation { continuation in
            let turn: Turn? = state.withLock { state in
                guard state.waiting.count < capacity else { return .full }
                state.waiting.append(Waiting(ticket: ticket, continuation: continuation, leads: !state.isLed))
                if state.isLed { return nil }
                state.isLed = true
                return .lead
            }
            if let turn { continuation.resume(returning: turn) }
        }
    }

    /// The first tickets waiting, the leader's own in front. They stay in the queue until they are settled.
    func next(_ limit: Int) -> [CommitTicket] {
        state.withLock { $0.waiting.prefix(limit).map(\.ticket) }
    }

    /// Settles the first tickets in order, wakes their callers, and passes the lead on.
    func settle(_ outcomes: [Result<Void, any Error>]) {
        let (done, leader) = state.withLock { state -> ([Waiting], CheckedContinuation<Turn, Never>?) in
            let done = Array(state.waiting.prefix(outcomes.count))
            state.waiting.removeFirst(done.count)
            state.isLed = !state.waiting.isEmpty
            if state.isLed { state.waiting[0].leads = true }
            return (done, state.waiting.first?.continuation)
        }
        leader?.resume(returning: .lead)
        for (waiting, outcome) in zip(done, outcomes) {
            waiting.ticket.settle(outcome)
            if !waiting.leads { waiting.continuation.resume(returning: .settled) }
        }
    }
}
