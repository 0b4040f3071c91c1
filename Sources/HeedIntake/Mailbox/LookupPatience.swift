import HeedCore
import Synchronization

/// Makes guessing of codes slow without knowing who guesses: once many look-ups have found nothing, all of them wait.
/// Keeps two counts, and nothing about anybody. Never refuses a look-up, and never holds one longer than `longest`.
///
/// How long to wait is settled before a code is looked at, from look-ups that came before, so a right code waits as long
/// as a wrong one: the wait says nothing about the code that waits. It does say that others failed, in steps of a whole
/// `failuresPerMinute`, of which whoever watches for it must have caused most.
///
/// What keeps a code from being guessed is its 112 bits. This keeps guessing from being worth a machine's time, so
/// whoever holds a code comes first: the wait is one for all, not a queue that strangers can fill; a look-up that waits
/// holds a connection, so no more wait than `room`; the next one lets go the one that has waited longest.
final class LookupPatience: Sendable {
    /// Look-ups that may wait at once: a quarter of a listener's connections.
    static let room = 256
    /// What each further `failuresPerMinute` adds, in milliseconds.
    static let step: Int64 = 500

    private let clock: Clock
    private let failuresPerMinute: Int
    private let longest: Seconds
    private let pause: @Sendable (Duration) async -> Void
    private let state = Mutex(State())

    private struct State: Sendable {
        var minute: Int64 = 0
        var failures = 0
        var failuresBefore = 0
        var waiting: [(number: Int, pause: Task<Void, Never>)] = []
        var last = 0

        /// Also where the clock went back: what is forgotten then is only a wait.
        mutating func turn(to present: Int64) {
            guard present != minute else { return }
            failuresBefore = present == minute + 1 ? failures : 0
            failures = 0
            minute = present
        }
    }

    /// - Parameter pause: lets time pass; ends early when its task is cancelled.
    init(
        clock: Clock, failuresPerMinute: Int, longest: Seconds,
        pause: @escaping @Sendable (Duration) async -> Void = { try? await Task.sleep(for: $0) }
    ) {
        self.clock = clock
        self.failuresPerMinute = failuresPerMinute
        self.longest = longest
        self.pause = pause
    }

    /// To be called before a code is looked at.
    func wait() async {
        let delay = delay()
        guard delay > .zero else { return }
        IntakeMetrics.count(.lookupsDelayed)
        let (number, pausing) = enter(for: delay)
        await withTaskCancellationHandler {
            await pausing.value
        } onCancel: {
            pausing.cancel()
        }
        state.withLock { $0.waiting.removeAll { $0.number == number } }
    }

    /// To be called after a look-up that found nothing.
    func failed() {
        let now = clock.now()
        state.withLock { state in
            state.turn(to: now.seconds / 60)
            state.failures += 1
        }
    }

    /// How long a look-up that comes now waits: nothing up to `failuresPerMinute`, then longer with every further so many.
    func delay() -> Duration {
        let now = clock.now()
        let failures = state.withLock { state in
            state.turn(to: now.seconds / 60)
            // The past sixty seconds, as if the minute before had been even.
            return state.failures + state.failuresBefore * Int(60 - now.seconds % 60) / 60
        }
        return .milliseconds(min(Int64(failures / failuresPerMinute) * Self.step, longest * 1_000))
    }

    private func enter(for delay: Duration) -> (Int, Task<Void, Never>) {
        state.withLock { state in
            if state.waiting.count >= Self.room { state.waiting.removeFirst().pause.cancel() }
            state.last += 1
            let pausing = Task { [pause] in await pause(delay) }
            state.waiting.append((state.last, pausing))
            return (state.last, pausing)
        }
    }
}
