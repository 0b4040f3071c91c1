/// A queue card under its compartment's extract key, padded to a multiple of 1 KiB.
///
/// Bound to its thread and version: a row moved to another thread or back to an older version does not open.
package enum ExtractBox {
    private static let block = 1024

    /// `thread` is 16 bytes; `malformed` otherwise.
    package static func seal(
        _ card: [UInt8], key: BoxKey, thread: [UInt8], version: UInt32
    ) throws(VaultError) -> [UInt8] {
        let associated = try associated(thread, version)
        return try SealedBox.sealPadded(card, to: block, key: key, associated: associated)
    }

    package static func open(
        _ box: [UInt8], key: BoxKey, thread: [UInt8], version: UInt32
    ) throws(VaultError) -> [UInt8] {
        try SealedBox.openPadded(box, key: key, associated: associated(thread, version))
    }

    private static func associated(_ thread: [UInt8], _ version: UInt32) throws(VaultError) -> [UInt8] {
        guard thread.count == 16 else { throw .malformed }
        return Array("heed/v1/extract".utf8) + thread + version.bigEndianBytes
    }
}
