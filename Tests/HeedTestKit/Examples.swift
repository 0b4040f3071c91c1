package import HeedStore

/// Rows that satisfy the schema, for tests that are about something else.
package enum Examples {
    package static func bytes(_ count: Int, _ seed: UInt64) -> [UInt8] {
        var generator = SeededGenerator(seed: seed)
        return generator.bytes(count)
    }

    package static func thread(_ seed: UInt64, compartment: String = "activity") -> ThreadRow {
        ThreadRow(
            id: bytes(16, seed), tag: bytes(32, seed &+ 1 << 32), replyKey: bytes(1216, seed &+ 2 << 32),
            compartment: compartment, epoch: 1, kind: "activity", dueBatch: 14)
    }

    package static func item(_ item: Int = 0, of thread: ThreadRow) -> ItemRow {
        ItemRow(thread: thread.id, item: item, batch: 3, manifest: bytes(32, 7))
    }

    package static func sealed(
        _ seed: UInt64, in thread: ThreadRow, purpose: SealedRow.Purpose = .report, payloadBytes: Int = 4132
    ) -> SealedRow {
        SealedRow(
            id: bytes(16, seed &+ 3 << 32), thread: thread.id, item: 0, purpose: purpose,
            compartment: thread.compartment, epoch: thread.epoch, keyCommitment: bytes(32, seed),
            payloadDigest: bytes(32, seed &+ 1), header: bytes(3200, seed &+ 2), payload: bytes(payloadBytes, seed &+ 3)
        )
    }
}
