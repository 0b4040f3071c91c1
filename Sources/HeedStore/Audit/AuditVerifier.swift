package import HeedSQL
import HeedVault

/// Walks every audit chain of a store and names the first bad row of each.
/// Needs no key: a flipped, deleted, reordered or inserted row breaks the hashes. A tail that was cut off shows against
/// heads exported earlier. With a reader that can open the keys, the clear batch of every row is checked as well.
package struct AuditVerifier: Sendable {
    package struct Report: Sendable, Equatable {
        /// Rows that follow from their writer's start without a fault.
        package var rows = 0
        /// The last good row of every writer: what to export.
        package var heads: [AuditHead] = []
        package var faults: [AuditFault] = []
    }

    private let heads: [AuditHead]
    private let reader: AuditReader?
    private let page: Int

    package init(heads: [AuditHead] = [], reader: AuditReader? = nil, page: Int = 1000) {
        self.heads = heads
        self.reader = reader
        self.page = page
    }

    package func verify(_ database: Database) async throws -> Report {
        var report = Report()
        for writer in try await writers(of: database) {
            try await verify(writer, in: database, &report)
        }
        return report
    }

    /// Also writers of whom only a key or an exported head is left.
    private func writers(of database: Database) async throws -> [String] {
        let stored = try await database.read { db -> [String] in
            var names: [String] = []
            for row in try db.fetch("SELECT writer FROM audit UNION SELECT writer FROM audit_key") {
                names.append(try row[0])
            }
            return names
        }
        return Set(stored + heads.map(\.writer)).sorted()
    }

    private func verify(_ writer: String, in database: Database, _ report: inout Report) async throws {
        var head = AuditHead(writer: writer, number: 0, hash: AuditChain.start)
        let exported = heads.filter { $0.writer == writer }
        var fault: AuditFault?
        var lastBatch = 0
        repeat {
            let after = head.number
            let rows = try await database.read { db in try db.auditRows(of: writer, after: after, limit: page) }
            for row in rows {
                fault = try await findFault(in: row, after: head, lastBatch, exported, database)
                if fault != nil { break }
                head = AuditHead(writer: writer, number: row.number, hash: row.hash)
                lastBatch = row.batch
                report.rows += 1
            }
            if rows.count < page { break }
        } while fault == nil
        let promised = try await lastPromised(writer, exported, database)
        if fault == nil && promised > head.number {
            fault = AuditFault(writer: writer, number: head.number + 1, kind: .missing)
        }
        if head.number > 0 { report.heads.append(head) }
        if let fault { report.faults.append(fault) }
    }

    private func findFault(
        in row: AuditRow, after head: AuditHead, _ lastBatch: Int, _ exported: [AuditHead], _ database: Database
    ) async throws -> AuditFault? {
        let expected = head.number + 1
        guard row.number == expected else {
            return AuditFault(writer: row.writer, number: expected, kind: .missing)
        }
        let hash = AuditChain.hash(previous: head.hash, number: UInt64(row.number), box: row.box)
        let isExported = exported.allSatisfy { $0.number != row.number || $0.hash == row.hash }
        guard row.hash == hash, isExported, row.batch >= lastBatch else {
            return AuditFault(writer: row.writer, number: row.number, kind: .changed)
        }
        guard let reader else { return nil }
        let isReadable = try await database.read { db in try reader.event(in: row, db) != nil }
        return isReadable ? nil : AuditFault(writer: row.writer, number: row.number, kind: .unreadable)
    }

    /// The highest row that an exported head or a stored key says was written.
    private func lastPromised(_ writer: String, _ exported: [AuditHead], _ database: Database) async throws -> Int {
        let key: Int?? = try await database.read { db in
            try db.value("SELECT max(first_n) FROM audit_key WHERE writer = \(writer)")
        }
        return max((key ?? nil) ?? 0, exported.map(\.number).max() ?? 0)
    }
}
