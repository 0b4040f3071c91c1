/// What the process keeps of one session: who, when, and a box that only the cookie opens.
/// A pure state machine over seconds of a clock that never steps back.
struct SessionRecord: Sendable {
    enum State: Sendable {
        case open(box: [UInt8])
        case locked(SessionLock)
    }

    let owner: SessionOwner
    let opened: Int
    private(set) var touched: Int
    private(set) var lockedAt: Int?
    private(set) var state: State
    /// What an open session keeps in memory beside its keys.
    private(set) var kept: (any Sendable)?
    /// What was being typed when the lock was met, sealed under the cookie.
    var held: [UInt8]?

    init(owner: SessionOwner, box: [UInt8], now: Int) {
        self.owner = owner
        opened = now
        touched = now
        state = .open(box: box)
    }

    var lock: SessionLock? {
        if case .locked(let lock) = state { lock } else { nil }
    }

    /// Nothing is kept for a session that is not open.
    mutating func keep(_ value: some Sendable) {
        if lock == nil { kept = value }
    }

    /// Drops the box, and what was kept beside it: after this the cookie opens nothing.
    mutating func lock(_ reason: SessionLock, now: Int) {
        guard lock == nil else { return }
        state = .locked(reason)
        kept = nil
        lockedAt = now
    }

    /// Applies the limits.
    mutating func expire(_ limits: SessionLimits, now: Int) {
        if now - opened >= limits.absolute { lock(.absolute, now: now) }
        if now - touched >= limits.idle { lock(.idle, now: now) }
    }

    mutating func touch(now: Int) { touched = now }

    func isForgotten(_ limits: SessionLimits, now: Int) -> Bool {
        lockedAt.map { now - $0 >= limits.remembered } ?? false
    }

    /// Seconds until the idle or the absolute limit, whichever is nearer; 0 when locked.
    func secondsLeft(_ limits: SessionLimits, now: Int) -> Int {
        lock != nil ? 0 : max(0, min(limits.idle - (now - touched), limits.absolute - (now - opened)))
    }
}
