package import HeedVault

/// The public recovery key of one epoch: every object is sealed to it too, and its private half is kept offline.
package struct RecoveryEpoch: Hashable, Sendable {
    /// 1 or more, rising.
    package let epoch: Int
    package let recipient: HybridRecipient

    /// - Throws: `LedgerError.outOfRange`.
    package init(epoch: Int, recipient: HybridRecipient) throws(LedgerError) {
        guard (1...1_000_000).contains(epoch) else { throw .outOfRange }
        self.epoch = epoch
        self.recipient = recipient
    }
}
