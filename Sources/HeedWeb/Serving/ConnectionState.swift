import NIOCore

/// What a connection is waiting for, since when, and whether that is too long.
///
/// Pure: events in, decisions out; `ConnectionHandler` carries them out. A client that sends a byte now and then does
/// not put a deadline off: each counts from the start of what it is about.
struct ConnectionState {
    private enum Wait {
        /// For a request's header, whole.
        case head
        /// For the answer to have left; the body may still be arriving.
        case answer
        /// For the rest of a body that was answered early.
        case rest(bytesLeft: Int)
    }

    private let limits: ListenerLimits
    private var wait = Wait.head
    private var since: NIODeadline
    /// Requests begun and not yet answered. More than one when a client sends ahead.
    private var open = 0
    private var isArriving = false
    private(set) var isClosing = false

    /// Whether every request that began is answered.
    var isIdle: Bool { open == 0 && !isArriving && !isClosing }

    /// A request came and was answered in one go: the wait for the next begins.
    mutating func answeredAtOnce(now: NIODeadline) { begin(.head, now) }

    init(limits: ListenerLimits, now: NIODeadline) {
        self.limits = limits
        since = now
    }

    mutating func requestBegan(now: NIODeadline) {
        open += 1
        isArriving = true
        if open == 1 { begin(.answer, now) }
    }

    /// True when the connection must close: nobody waits for a body without end.
    mutating func bodyArrived(_ count: Int) -> Bool {
        guard case .rest(let left) = wait else { return false }
        wait = .rest(bytesLeft: left - count)
        return left < count
    }

    /// True when the connection must close.
    mutating func requestEnded(now: NIODeadline) -> Bool {
        isArriving = false
        guard case .rest = wait else { return false }
        begin(.head, now)
        return isClosing
    }

    /// `closes`: the answer says that it is the last.
    mutating func answerBegan(closes: Bool) {
        if closes { isClosing = true }
    }

    /// True when the connection must close.
    mutating func answerEnded(now: NIODeadline) -> Bool {
        open = max(0, open - 1)
        if open > 0, !isClosing {
            begin(.answer, now)
        } else if isArriving {
            begin(.rest(bytesLeft: limits.lingerBytes), now)
        } else {
            begin(.head, now)
            return isClosing
        }
        return false
    }

    /// True when what the connection waits for has taken too long.
    func isOverdue(now: NIODeadline, isBusy: Bool) -> Bool {
        let allowed =
            switch wait {
            case .head: isBusy ? limits.headSecondsWhenBusy : limits.headSeconds
            case .answer: limits.requestSeconds
            case .rest: limits.lingerSeconds
            }
        return now - since >= .nanoseconds(Int64(allowed * 1e9))
    }

    private mutating func begin(_ wait: Wait, _ now: NIODeadline) {
        self.wait = wait
        since = now
    }
}
