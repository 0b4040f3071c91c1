import HeedCore
import HeedKeyring
import HeedLedger
import HeedSQL
import HeedStore
import HeedVault

/// Figures of one period under their compartment's key (`Docs/formats/frozen-count.md`): version, how many, and each as
/// four bytes, in the order of the layout. Anything else is nil.
enum FrozenCounts {
    static let version: UInt8 = 1

    static func encode(_ counts: [Int]) -> [UInt8] {
        var writer = ByteWriter()
        writer.byte(version)
        writer.byte(UInt8(counts.count))
        for count in counts { writer.number(UInt32(clamping: count)) }
        return writer.bytes
    }

    /// - Parameter parts: how many figures there must be.
    static func decode(_ bytes: [UInt8], parts: Int) -> [Int]? {
        var reader = ByteReader(bytes, at: 0)
        guard reader.byte() == version, Int(reader.byte()) == parts else { return nil }
        let counts = (0..<parts).map { _ -> UInt32 in reader.number() }
        return reader.isAtEnd ? counts.map(Int.init) : nil
    }
}

extension UnlockedOfficer {
    /// The figures of a row; nil where it does not open for this officer, or was written by nobody who held the key.
    func counts(in row: FrozenCountRow, of topic: BoardTopic) -> [Int]? {
        guard row.topic == topic.name, let key = key(of: topic.compartment.rawValue, epoch: row.epoch)?.extractKey,
            let bytes = try? CountBox.open(row.box, key: key, topic: row.topic, period: row.period)
        else { return nil }
        return FrozenCounts.decode(bytes, parts: topic.layout.parts.count)
    }
}

extension Desk {
    /// Keeps the counts of a period that is over, with their audit row, in one transaction; unless somebody kept them first.
    func freeze(
        _ counts: [Int], of topic: BoardTopic, period: CalendarDay, by officer: UnlockedOfficer
    ) async throws {
        let compartment = topic.compartment.rawValue
        guard let epoch = trust.manifest.current(compartment)?.epoch,
            let key = officer.key(of: compartment, epoch: epoch)?.extractKey
        else { throw Refusal.notFound }
        let box = try CountBox.seal(FrozenCounts.encode(counts), key: key, topic: topic.name, period: period.iso)
        let (desk, now) = (self, clock.now())
        try await database.write { db in
            try officer.checkStillCounts(in: db, trust: desk.trust)
            let row = FrozenCountRow(
                topic: topic.name, period: period.iso, compartment: compartment, epoch: epoch,
                batch: try db.currentBatch(), box: box)
            guard try db.freeze(row) else { return }
            desk.audit.append(
                .periodCounted, by: officer.officer.username, on: topic.name, detail: period.iso, at: now, in: db)
        }
    }
}
