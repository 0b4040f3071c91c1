/// Counts of a period that is over, under their compartment's extract key, padded to a multiple of 256 bytes.
///
/// Bound to statistic and period: counts moved to another week, or to another kind of report, do not open.
package enum CountBox {
    private static let block = 256

    /// `topic` and `period` must not hold a zero byte; `malformed` otherwise.
    package static func seal(
        _ counts: [UInt8], key: BoxKey, topic: String, period: String
    ) throws(VaultError) -> [UInt8] {
        let associated = try associated(topic, period)
        return try SealedBox.sealPadded(counts, to: block, key: key, associated: associated)
    }

    package static func open(_ box: [UInt8], key: BoxKey, topic: String, period: String) throws(VaultError) -> [UInt8] {
        try SealedBox.openPadded(box, key: key, associated: associated(topic, period))
    }

    private static func associated(_ topic: String, _ period: String) throws(VaultError) -> [UInt8] {
        guard !topic.utf8.contains(0), !period.utf8.contains(0) else { throw .malformed }
        return Array("heed/v1/frozen-count".utf8) + [0] + Array(topic.utf8) + [0] + Array(period.utf8)
    }
}
