import HeedCore
import HeedKeyring
import HeedSQL
import HeedStore
import HeedVault

/// Lets an auditor read what was done. That they read is a row of its own, written first.
package struct AuditReading: Sendable {
    let desk: Desk
    private static let slice = 500
    /// The most rows one request opens.
    private static let most = 10_000

    package init(_ desk: Desk) { self.desk = desk }

    package func perform(
        session: String, filter: AuditFilter = AuditFilter(), after: String? = nil
    ) async throws -> AuditPage {
        try await desk.asOfficer(session) { officer, keys in
            guard officer.officer.role.areas.contains(.audit), officer.compartments.contains(.audit) else {
                throw Refusal.notFound
            }
            try await desk.record(
                .auditViewed, by: officer.officer.username, detail: filter.verb?.rawValue ?? "")
            return try await read(filter, from: AuditPlace(after), with: Self.reader(keys))
        }
    }

    /// A reader that opens day keys with the audit keys of the session.
    private static func reader(_ keys: borrowing SessionKeys) -> AuditReader {
        let identities = keys.compartments.filter { $0.compartment == Compartment.audit.rawValue }.map(\.identity)
        return AuditReader { file in try AgeOpener.open(file, with: identities) }
    }

    private func read(_ filter: AuditFilter, from place: AuditPlace?, with reader: AuditReader) async throws
        -> AuditPage
    {
        var lines: [AuditPage.Line] = []
        var place = place
        var scanned = 0
        while lines.count < AuditPage.size, scanned < Self.most {
            let start = place.map { (batch: $0.batch, writer: $0.writer, number: $0.number) }
            let rows = try await desk.database.read { db in
                try db.auditRows(after: start, limit: Self.slice).map { ($0, try reader.event(in: $0, db)) }
            }
            for (row, event) in rows where lines.count < AuditPage.size {
                place = AuditPlace(batch: row.batch, writer: row.writer, number: row.number)
                let line = Self.line(row, event)
                if filter.matches(line) { lines.append(line) }
            }
            scanned += rows.count
            if rows.count < Self.slice {
                if lines.count < AuditPage.size { place = nil }
                break
            }
        }
        return AuditPage(
            lines: lines.sorted { $0.time > $1.time }, next: place?.text, firstBad: try await firstBad(in: lines))
    }

    private func firstBad(in lines: [AuditPage.Line]) async throws -> String? {
        let rows = lines.map { (writer: $0.writer, number: $0.number) }.sorted { $0 < $1 }
        return try await desk.database.read { db in
            for row in rows {
                if let fault = try db.auditFault(of: row.writer, number: row.number) { return fault.description }
            }
            return nil
        }
    }

    /// A row that does not open is shown as one: leaving it out would hide that.
    private static func line(_ row: AuditRow, _ event: AuditEntry?) -> AuditPage.Line {
        AuditPage.Line(
            time: Instant(milliseconds: event?.time ?? 0), actor: event?.actor ?? "", verb: event?.verb ?? "unreadable",
            object: event.map { RecordID(hex: $0.object)?.handle ?? $0.object } ?? "", reason: event?.reason ?? "",
            writer: row.writer, number: row.number)
    }
}
