import HeedVault
import Synchronization

/// The desk's sessions, in memory only. A session's keys are sealed under a key that only its cookie holds, so between
/// requests the process has no usable key, and a memory image without the cookies opens nothing.
package final class SessionVault: Sendable {
    /// The most typed text kept for a locked session, in bytes.
    package static let maximumHeld = 1 << 20

    private let limits: SessionLimits
    private let now: @Sendable () -> Int
    private let sessions = Mutex<[[UInt8]: SessionRecord]>([:])

    /// - Parameter now: seconds of a clock that never steps back and counts while the machine sleeps.
    package init(limits: SessionLimits = SessionLimits(), now: @escaping @Sendable () -> Int) {
        self.limits = limits
        self.now = now
    }

    /// With the system's continuous clock.
    package convenience init(limits: SessionLimits = SessionLimits()) {
        let start = ContinuousClock.now
        self.init(limits: limits) { Int((ContinuousClock.now - start).components.seconds) }
    }

    /// Opens a session and locks every other of the same officer.
    /// - Returns: the cookie, which the caller gives to the browser and keeps nowhere.
    package func open(_ owner: SessionOwner, keys: consuming SessionKeys) throws(KeyringError) -> SessionCookie {
        let ticket = SessionTicket()
        var content = keys.encoded()
        defer { content.wipe() }
        let box = try vaulted { () throws(VaultError) in try SessionBox.seal(content, for: ticket) }
        let now = now()
        update { sessions in
            Self.lock(&sessions, .elsewhere, now: now) { $0.username == owner.username }
            sessions[ticket.lookup] = SessionRecord(owner: owner, box: box, now: now)
        }
        return SessionCookie(ticket)
    }

    /// Lends the keys of an open session to one request.
    /// - Parameter touch: true for what the officer did on purpose; false for refreshes, which do not keep it open.
    /// - Throws: `KeyringError.noSession` or `.locked`; what `body` throws.
    package func withKeys<R>(
        _ cookie: SessionCookie, touch: Bool, _ body: (borrowing SessionKeys, SessionOwner) async throws -> R
    ) async throws -> R {
        let (owner, box) = try box(of: cookie)
        let keys = try keys(in: box, cookie)
        if touch {
            let now = now()
            update { $0[cookie.ticket.lookup]?.touch(now: now) }
        }
        return try await body(keys, owner)
    }

    /// What an open session keeps in memory beside its keys, made when it is first asked for. Gone with the keys, whatever
    /// locks or ends the session; only for callers to whom the cookie has just lent them.
    /// - Throws: `KeyringError.noSession` or `.locked`.
    package func kept<Value: Sendable>(
        _ cookie: SessionCookie, make: @Sendable () -> Value
    ) throws(KeyringError) -> Value {
        let found = update { sessions -> Result<Value, KeyringError> in
            guard let record = sessions[cookie.ticket.lookup] else { return .failure(.noSession) }
            if let lock = record.lock { return .failure(.locked(lock)) }
            if let kept = record.kept as? Value { return .success(kept) }
            let made = make()
            sessions[cookie.ticket.lookup]?.keep(made)
            return .success(made)
        }
        return try found.get()
    }

    /// What the cookie stands for; counts as no request.
    package func status(_ cookie: SessionCookie) -> SessionStatus {
        let (limits, now) = (limits, now())
        return update { sessions in
            guard let record = sessions[cookie.ticket.lookup] else { return .none }
            if let lock = record.lock { return .locked(record.owner, lock) }
            return .open(record.owner, secondsLeft: record.secondsLeft(limits, now: now))
        }
    }

    /// Locks one session, as the lock button does. Nothing happens if it is unknown or locked.
    package func lock(_ cookie: SessionCookie) {
        let now = now()
        update { $0[cookie.ticket.lookup]?.lock(.byOfficer, now: now) }
    }

    /// Locks every session of an officer: deactivated, changed, revoked.
    package func lockAll(username: String) {
        let now = now()
        update { Self.lock(&$0, .byCommand, now: now) { $0.username == username } }
    }

    /// Forgets a session: sign out. Text held for it is gone too.
    package func end(_ cookie: SessionCookie) {
        update { $0[cookie.ticket.lookup] = nil }
    }

    /// Applies the limits to all sessions; every other call does so too.
    package func sweep() { update { _ in } }

    /// Keeps what was being typed when a request met the lock, sealed under the cookie, in memory.
    /// The latest text replaces an earlier one.
    /// - Throws: `KeyringError.noSession`, or `.tooLarge` beyond `maximumHeld`.
    package func hold(_ text: [UInt8], for cookie: SessionCookie) throws(KeyringError) {
        guard text.count <= Self.maximumHeld else { throw .tooLarge }
        let box = try vaulted { () throws(VaultError) in try SessionBox.seal(Self.heldTitle + text, for: cookie.ticket)
        }
        let known = update { sessions in
            sessions[cookie.ticket.lookup]?.held = box
            return sessions[cookie.ticket.lookup] != nil
        }
        guard known else { throw .noSession }
    }

    /// Opens a new session for the officer of a locked one, who has just unlocked again.
    /// - Returns: the new cookie, and the text held for the old one. The old cookie then stands for nothing.
    /// - Throws: `KeyringError.otherOfficer`, with text and stub left for their owner; `.noSession`.
    package func resume(
        _ cookie: SessionCookie, as owner: SessionOwner, keys: consuming SessionKeys
    ) throws(KeyringError) -> (cookie: SessionCookie, held: [UInt8]?) {
        let record = update { $0[cookie.ticket.lookup] }
        guard let record else { throw .noSession }
        guard record.owner.username == owner.username else { throw .otherOfficer }
        // Text sealed under another wrap key came with a false cookie: it was never this officer's.
        let held = record.held.flatMap { try? SessionBox.open($0, with: cookie.ticket) }
            .map { Array($0.dropFirst(Self.heldTitle.count)) }
        let fresh = try open(owner, keys: keys)
        end(cookie)
        return (fresh, held)
    }

    private static let heldTitle = Array("heed-held/v1\n".utf8)

    private func box(of cookie: SessionCookie) throws(KeyringError) -> (SessionOwner, [UInt8]) {
        let found = update { sessions -> Result<(SessionOwner, [UInt8]), KeyringError> in
            guard let record = sessions[cookie.ticket.lookup] else { return .failure(.noSession) }
            switch record.state {
            case .locked(let lock): return .failure(.locked(lock))
            case .open(let box): return .success((record.owner, box))
            }
        }
        return try found.get()
    }

    private func keys(in box: [UInt8], _ cookie: SessionCookie) throws(KeyringError) -> SessionKeys {
        // A cookie with the right id and another wrap key is no session: the id alone must prove nothing.
        guard var content = try? SessionBox.open(box, with: cookie.ticket) else { throw .noSession }
        defer { content.wipe() }
        return try SessionKeys(decoding: content)
    }

    /// Every access applies the limits first, so no caller can meet a session that has run out.
    private func update<R: Sendable>(_ body: (inout sending [[UInt8]: SessionRecord]) -> R) -> R {
        let (limits, now) = (limits, now())
        return sessions.withLock { sessions in
            for key in sessions.keys { sessions[key]?.expire(limits, now: now) }
            sessions = sessions.filter { !$0.value.isForgotten(limits, now: now) }
            return body(&sessions)
        }
    }

    private static func lock(
        _ sessions: inout [[UInt8]: SessionRecord], _ reason: SessionLock, now: Int,
        where matches: (SessionOwner) -> Bool
    ) {
        for key in sessions.keys where sessions[key].map({ matches($0.owner) }) ?? false {
            sessions[key]?.lock(reason, now: now)
        }
    }
}
