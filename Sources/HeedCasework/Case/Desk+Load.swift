import HeedCore
import HeedLedger
import HeedSQL
import HeedStore
import HeedVault

extension Desk {
    /// Opens a thread for an officer. What does not exist and what may not be known are one answer, after the same
    /// two statements, and the attempt is in the audit.
    func load(_ thread: RecordID, as officer: UnlockedOfficer) async throws -> CaseFile {
        let found = try await database.read { db -> (CaseRows, [CertificateRow], Exposure)? in
            guard let row = try db.thread(thread.bytes), officer.key(of: row.compartment, epoch: row.epoch) != nil,
                let rows = try db.caseRows(thread.bytes)
            else { return nil }
            let isOnline = row.compartment == ReportKind.online.compartment.rawValue
            let exposure = try isOnline ? self.exposure(of: officer.officer.person, in: db) : Exposure()
            return (rows, try Set(rows.steps.map(\.certificate)).compactMap { try db.certificate($0) }, exposure)
        }
        guard let (rows, certificates, exposure) = found else {
            try await record(.accessRefused, by: officer.officer.username, on: thread.hex)
            throw Refusal.notFound
        }
        let reader = CaseReader(
            rows: rows, certificates: Dictionary(uniqueKeysWithValues: certificates.map { ($0.hash, $0) }),
            officer: officer, trust: trust, now: clock.now(), settings: settings, exposure: exposure)
        return try reader.open()
    }

    /// Items whose acknowledging leaf is not where it was put, or is not the one that was acknowledged.
    func leafWarnings(of file: CaseFile) async throws -> Set<CaseWarning> {
        let calendar = calendar
        return try await database.read { db in
            var warnings: Set<CaseWarning> = []
            for item in file.items {
                let key = try LeafKey(ledgerKey: file.ledgerKey, item: item.number, kind: .received)
                let leaf = try Leaf(
                    key: key, cohort: calendar.cohort(of: item.batch), detail: item.envelopeDigest)
                if try db.pendingEntry(leaf.tag) != leaf.entry { warnings.insert(.receivedLeafMissing(item.number)) }
            }
            return warnings
        }
    }
}
