/// One audit entry under its writer's day key, padded to a multiple of 512 bytes: 540 bytes for all but the longest.
///
/// Bound to writer and number: an entry moved in the chain does not open.
package enum AuditBox {
    private static let block = 512

    /// `writer` must not hold a zero byte; `malformed` otherwise.
    package static func seal(
        _ entry: [UInt8], key: BoxKey, writer: String, number: UInt64
    ) throws(VaultError) -> [UInt8] {
        let associated = try associated(writer, number)
        return try SealedBox.sealPadded(entry, to: block, key: key, associated: associated)
    }

    package static func open(
        _ box: [UInt8], key: BoxKey, writer: String, number: UInt64
    ) throws(VaultError) -> [UInt8] {
        try SealedBox.openPadded(box, key: key, associated: associated(writer, number))
    }

    private static func associated(_ writer: String, _ number: UInt64) throws(VaultError) -> [UInt8] {
        guard !writer.utf8.contains(0) else { throw .malformed }
        return Array("heed/v1/audit".utf8) + Array(writer.utf8) + [0] + number.bigEndianBytes
    }
}
