package import HeedSQL
import HeedVault
import Synchronization

/// Opens audit rows for somebody who holds the audit key.
/// Opened day keys are kept as long as the reader is.
package final class AuditReader: Sendable {
    private struct KeyName: Hashable {
        let writer: String
        let first: Int
    }

    private let openKey: @Sendable ([UInt8]) throws -> [UInt8]
    private let keys = Mutex<[KeyName: BoxKey]>([:])

    /// - Parameter openKey: Opens an age file from `audit_key` and returns its 32 bytes.
    package init(openKey: @escaping @Sendable ([UInt8]) throws -> [UInt8]) {
        self.openKey = openKey
    }

    /// What happened in a row; nil if it does not open under its key or does not belong to its batch.
    package func event(in row: AuditRow, _ db: Connection) throws -> AuditEntry? {
        let found = try db.first(
            """
            SELECT first_n, file FROM audit_key
            WHERE writer = \(row.writer) AND first_n <= \(row.number) ORDER BY first_n DESC LIMIT 1
            """)
        guard let found, let key = try? key(KeyName(writer: row.writer, first: found["first_n"]), found["file"])
        else { return nil }
        let plain = try? AuditBox.open(row.box, key: key, writer: row.writer, number: UInt64(row.number))
        guard let plain, let entry = AuditEntry.decode(plain), entry.batch == row.batch else { return nil }
        return entry.event
    }

    private func key(_ name: KeyName, _ file: [UInt8]) throws -> BoxKey {
        try keys.withLock { keys in
            if let known = keys[name] { return known }
            let key = try BoxKey(openKey(file))
            keys[name] = key
            return key
        }
    }
}
