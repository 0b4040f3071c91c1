import Dispatch

/// One place in the pool: a serial queue and, once needed, a connection on it.
/// Sendable because everything but the queue is touched on the queue only.
final class PostgresLine: @unchecked Sendable {
    private let queue: DispatchQueue
    private let settings: PostgresSettings
    private var link: PostgresLink?

    init(_ settings: PostgresSettings, number: Int) {
        self.settings = settings
        queue = DispatchQueue(label: "heed.postgres.\(number)")
    }

    /// Everything below happens inside this.
    func perform(_ work: @escaping @Sendable () -> Void) {
        queue.async(execute: work)
    }

    func hangUp() {
        link = nil
    }

    /// Runs one transaction, again if it collided with another or if the connection was lost before COMMIT was sent.
    func transact<Value>(_ mode: TransactionMode, _ body: (Connection) throws -> Value) throws -> Value {
        var collisions = 0
        var losses = 0
        while true {
            let attempt = Attempt()
            do {
                return try once(mode, attempt, body)
            } catch {
                let cause = attempt.failure ?? (error as? SQLError)
                switch cause {
                case .serialization? where collisions < settings.retries:
                    collisions += 1
                    Self.pause(milliseconds: Double.random(in: 1...2) * Double(1 << min(collisions, 6)))
                case .unavailable? where losses < 2 && !attempt.isCommitting && attempt.isConnected:
                    losses += 1
                default:
                    throw cause == .unavailable ? SQLError.unavailable : error
                }
            }
        }
    }

    /// How far a try came, for deciding whether it may be made again.
    private final class Attempt {
        var failure: SQLError?
        var isConnected = false
        var isCommitting = false
    }

    private func once<Value>(
        _ mode: TransactionMode, _ attempt: Attempt, _ body: (Connection) throws -> Value
    ) throws -> Value {
        let link = try connected()
        attempt.isConnected = true
        let connection = Connection(link, dialect: .postgres)
        defer { attempt.failure = attempt.failure ?? connection.failure }
        do {
            try link.begin(mode)
            let value = try body(connection)
            try connection.finish {
                attempt.isCommitting = true
                do {
                    try link.control("COMMIT")
                } catch {
                    attempt.failure = error as? SQLError
                    throw error
                }
            }
            return value
        } catch {
            link.rollback()
            if !link.isAlive { self.link = nil }
            throw error
        }
    }

    /// The connection, made now if there is none; waits longer after each failed try, about a second in all.
    private func connected() throws(SQLError) -> PostgresLink {
        if let link, link.isAlive { return link }
        link = nil
        for wait in [50.0, 150, 350, 0] {
            do {
                let fresh = try PostgresLink(settings)
                link = fresh
                return fresh
            } catch {
                guard error == .unavailable, wait > 0 else { throw error }
                Self.pause(milliseconds: wait)
            }
        }
        throw .unavailable
    }

    private static func pause(milliseconds: Double) {
        // Nobody signals: it is the time that is wanted, on this line's own thread.
        _ = DispatchSemaphore(value: 0).wait(timeout: .now() + milliseconds / 1000)
    }
}
