package import HeedSQL

/// The batch that is being filled: the store's only notion of time.
extension Connection {
    /// 0 until the sequencer has set it.
    package func currentBatch() throws(SQLError) -> Int {
        try value("SELECT value FROM clock WHERE name = 'current_batch'") ?? 0
    }

    /// Only the sequencer calls this. The batch never goes back: an earlier one throws `StoreError.conflict`.
    package func setCurrentBatch(_ batch: Int) throws {
        let changed = try execute(
            """
            INSERT INTO clock (name, value) VALUES ('current_batch', \(batch))
            ON CONFLICT (name) DO UPDATE SET value = excluded.value WHERE clock.value <= excluded.value
            """)
        guard changed == 1 else { throw StoreError.conflict }
    }
}
