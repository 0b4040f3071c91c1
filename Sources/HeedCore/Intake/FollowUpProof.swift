/// What the holder of a code signs so that a follow-up is known to be theirs.
/// Without a signature that verifies, the desk says "unproven".
package enum FollowUpProof {
    /// `heed-follow-up/v1` ‖ thread[16] ‖ u32be item ‖ SHA-256(content).
    package static func message(thread: RecordID, item: Int, contentSHA256: [UInt8]) -> [UInt8] {
        let number = withUnsafeBytes(of: UInt32(item).bigEndian) { Array($0) }
        return Array("heed-follow-up/v1".utf8) + thread.bytes + number + contentSHA256
    }
}
