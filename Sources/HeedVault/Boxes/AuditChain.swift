/// The hash chain over a writer's audit entries: anyone can check it, without a key.
package enum AuditChain {
    /// What stands before a writer's first entry: 32 zero bytes.
    package static let start = [UInt8](repeating: 0, count: 32)

    /// SHA-256(`previous` ‖ u64be `number` ‖ `box`), 32 bytes.
    package static func hash(previous: [UInt8], number: UInt64, box: [UInt8]) -> [UInt8] {
        Digest.sha256(previous + number.bigEndianBytes + box)
    }
}
