import HeedCore
import Synchronization

/// When the closed concerns that one unlocked session has opened have to be decided on, by thread and version.
///
/// In memory only, in the session's record, and gone with its keys. No word and no name of a case; which of them there are is
/// read from the store.
final class OpenedDues: Sendable {
    struct Due: Equatable {
        let version: Int
        /// nil for one on which nothing has to be decided.
        let due: Instant?
        /// Who proposed that it is erased.
        let proposer: String?
    }

    private struct State {
        var dues: [[UInt8]: Due] = [:]
        var last: (at: Instant, count: Int)?
    }

    private let state = Mutex(State())

    func due(of thread: [UInt8], version: Int) -> Due? {
        state.withLock { state in state.dues[thread].flatMap { $0.version == version ? $0 : nil } }
    }

    func keep(_ due: Due, of thread: [UInt8]) { state.withLock { $0.dues[thread] = due } }

    /// What was counted not long ago, so that not every page counts again.
    func count(since moment: Instant) -> Int? {
        state.withLock { state in state.last.flatMap { $0.at > moment ? $0.count : nil } }
    }

    func keep(count: Int, at now: Instant) { state.withLock { $0.last = (now, count) } }

    /// Something was decided: the next page counts again.
    func forgetCount() { state.withLock { $0.last = nil } }
}
