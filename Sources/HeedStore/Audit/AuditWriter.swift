package import HeedSQL
import HeedVault
import Synchronization

/// One process's audit chain.
/// What is appended in a transaction is written as its last rows, so it is stored exactly if the transaction is; a
/// rolled-back transaction or savepoint leaves no gap, and if the rows cannot be written nothing is committed. Any
/// number of transactions may append at once: their rows are chained one transaction after another.
///
/// The name is random and new with each process, the key of the rows random and new with each batch. The key lives here
/// and, sealed to the audit recipient, in `audit_key`.
package final class AuditWriter: Sendable {
    private struct State {
        var head: AuditHead
        var key: BoxKey?
        var keyBatch = 0
    }

    private let role: String
    private let sealKey: @Sendable ([UInt8]) throws -> [UInt8]
    private let state: Mutex<State>

    /// - Parameters:
    ///   - role: The process's role, in clear in every row. ASCII letters.
    ///   - sealKey: Seals 32 bytes to the audit recipient and returns an age file.
    package init(role: String, sealKey: @escaping @Sendable ([UInt8]) throws -> [UInt8]) {
        self.role = role
        self.sealKey = sealKey
        state = Mutex(State(head: Self.start(role)))
    }

    /// The last row that is durable.
    package var head: AuditHead { state.withLock { $0.head } }

    /// Adds an event to the transaction.
    package func append(_ event: AuditEntry, in db: Connection) {
        db.participant(ObjectIdentifier(self)) { AuditTrail(self) }.events.append(event)
    }

    /// Writes the rows and commits. The lock is held across the commit: the next transaction builds on a durable head.
    func commit(_ events: [AuditEntry], in db: Connection, finish: () throws -> Void) throws {
        try state.withLock { state in
            if events.isEmpty { return try finish() }
            var next = state
            let batch = try db.currentBatch()
            if next.key == nil || next.keyBatch != batch { try renewKey(&next, batch, db) }
            guard let key = next.key else { return }
            for event in events {
                let number = next.head.number + 1
                let box = try AuditBox.seal(
                    event.encode(batch: batch), key: key, writer: next.head.writer, number: UInt64(number))
                let hash = AuditChain.hash(previous: next.head.hash, number: UInt64(number), box: box)
                try db.execute(
                    """
                    INSERT INTO audit (writer, n, batch, hash, box)
                    VALUES (\(next.head.writer), \(number), \(batch), \(hash), \(box))
                    """)
                next.head.number = number
                next.head.hash = hash
            }
            do {
                try finish()
                state = next
            } catch SQLError.unavailable {
                // The rows may be there or not. A new chain is right in both cases.
                state = State(head: Self.start(role))
                throw SQLError.unavailable
            }
        }
    }

    private func renewKey(_ state: inout State, _ batch: Int, _ db: Connection) throws {
        let key = BoxKey()
        let file = try sealKey(key.secretBytes)
        try db.execute(
            """
            INSERT INTO audit_key (writer, first_n, file)
            VALUES (\(state.head.writer), \(state.head.number + 1), \(file))
            """)
        state.key = key
        state.keyBatch = batch
    }

    private static func start(_ role: String) -> AuditHead {
        AuditHead(writer: role + "-" + Hex.encode(Random.bytes(8)), number: 0, hash: AuditChain.start)
    }
}
