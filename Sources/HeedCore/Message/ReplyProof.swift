/// What an officer signs with their routine key so that a reply may be shown to the reporter.
/// A reply without a certified officer's signature over these bytes is never shown.
package enum ReplyProof {
    /// `heed-reply/v1` ‖ thread[16] ‖ envelopeDigest[32].
    package static func message(thread: RecordID, envelopeDigest: [UInt8]) -> [UInt8] {
        Array("heed-reply/v1".utf8) + thread.bytes + envelopeDigest
    }
}
