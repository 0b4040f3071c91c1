package import HeedVault

/// The public key of one compartment in one epoch: what new objects of the compartment are sealed to.
package struct CompartmentEpoch: Hashable, Sendable {
    /// `activity`, `online`, `prevent`, `protect`, `source`, `audit`, `feedback` as shipped.
    package let compartment: String
    /// 1 or more, rising.
    package let epoch: Int
    package let recipient: HybridRecipient

    /// - Throws: `LedgerError.badToken` or `.outOfRange`.
    package init(compartment: String, epoch: Int, recipient: HybridRecipient) throws(LedgerError) {
        guard Token.isWord(compartment) else { throw .badToken }
        guard (1...1_000_000).contains(epoch) else { throw .outOfRange }
        self.compartment = compartment
        self.epoch = epoch
        self.recipient = recipient
    }
}
