package import HeedLedger
package import HeedVault

/// The private side of one compartment in one epoch: opens its objects and its queue cards.
/// Held only by unlocked sessions; at rest it exists as one age file per certified officer, and one for recovery.
package struct CompartmentKey: Sendable, Unprintable {
    package let compartment: String
    package let epoch: Int
    /// Opens what is sealed to the compartment.
    package let identity: HybridIdentity
    /// Seals and opens the compartment's queue cards.
    package let extractKey: BoxKey

    /// Makes the key of a new epoch.
    package static func generate(compartment: String, epoch: Int) throws(KeyringError) -> CompartmentKey {
        let key = CompartmentKey(
            compartment: compartment, epoch: epoch, identity: HybridIdentity(), extractKey: BoxKey())
        _ = try key.publicEpoch
        return key
    }

    init(compartment: String, epoch: Int, identity: HybridIdentity, extractKey: BoxKey) {
        self.compartment = compartment
        self.epoch = epoch
        self.identity = identity
        self.extractKey = extractKey
    }

    /// What the manifest says of this key.
    package var publicEpoch: CompartmentEpoch {
        get throws(KeyringError) {
            let recipient = try vaulted { () throws(VaultError) in try identity.recipient }
            return try ledgered { () throws(LedgerError) in
                try CompartmentEpoch(compartment: compartment, epoch: epoch, recipient: recipient)
            }
        }
    }
}
