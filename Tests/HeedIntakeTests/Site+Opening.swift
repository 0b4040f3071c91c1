import FoundationEssentials
import HeedCore
import HeedSQL
import HeedStore
import HeedVault
import Testing

/// What only holders of private keys can do, for tests that look inside.
extension Site {
    struct Opened {
        let meta: ReportMeta
        let content: SealedContent
    }

    func stored(_ thread: RecordID, _ purpose: SealedRow.Purpose, item: Int = 0) async throws -> SealedRow {
        let rows = try await database.read { db in try db.sealed(in: thread.bytes, purpose: purpose) }
        guard let row = rows.first(where: { $0.item == item }) else { throw Refusal.notFound }
        return row
    }

    func open(_ row: SealedRow, with identity: HybridIdentity) throws -> Opened {
        let opened = try SealedObject.open(header: row.header, payload: row.payload ?? [], with: identity)
        let content = try SealedContent(decoding: opened.content)
        return Opened(meta: try JSONDecoder().decode(ReportMeta.self, from: Data(content.meta)), content: content)
    }

    func openContact(_ row: SealedRow, with identity: HybridIdentity) throws -> ContactRecord {
        let opened = try SealedObject.open(header: row.header, payload: row.payload ?? [], with: identity)
        return try JSONDecoder().decode(
            ContactRecord.self, from: Data(try SealedContent(decoding: opened.content).content))
    }

    /// The audit boxes opened with the day keys, as text.
    func auditEntries() async throws -> [String] {
        let keys = try await database.read { db in try db.fetch("SELECT writer, file FROM audit_key") }
        let rows = try await database.read { db in try db.fetch("SELECT writer, n, box FROM audit ORDER BY n") }
        var opener: [String: BoxKey] = [:]
        for key in keys {
            let file: [UInt8] = try key["file"]
            let payload = try #require(Self.split(file))
            let opened = try SealedObject.open(header: payload.header, payload: payload.payload, with: force.audit)
            opener[try key["writer"]] = try BoxKey(opened.content)
        }
        return try rows.map { row in
            let writer: String = try row["writer"]
            let number: Int = try row["n"]
            let box = try AuditBox.open(
                try row["box"], key: try #require(opener[writer]), writer: writer, number: UInt64(number))
            return String(decoding: box, as: UTF8.self)
        }
    }

    private static func split(_ file: [UInt8]) -> (header: [UInt8], payload: [UInt8])? {
        let mark = Array("\n---".utf8)
        guard
            let start = file.indices.first(where: { file[$0...].starts(with: mark) }),
            let end = file[(start + 1)...].firstIndex(of: 0x0A)
        else { return nil }
        return (Array(file[...end]), Array(file[(end + 1)...]))
    }
}
