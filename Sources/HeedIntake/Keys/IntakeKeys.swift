import HeedCore
package import HeedLedger
package import HeedVault

/// The keys that taking reports in needs: whom to seal to, what to sign receipts with, whom to believe.
/// Public keys, and the receipt key; nothing here opens a report.
package struct IntakeKeys: Sendable {
    package let instance: Instance
    /// SHA-256 of the signed text of the manifest in force: receipts and items name it.
    package let manifestHash: [UInt8]
    package let receiptSigner: NoteSigner
    let compartments: [Compartment: EpochRecipient]
    let recovery: HybridRecipient
    let certificates: CertificateBook
    let decoy: DecoyReply

    /// A compartment's current key.
    struct EpochRecipient: Sendable {
        let epoch: Int
        let recipient: HybridRecipient
    }

    /// The compartment, then recovery: the order of stanzas in every sealed object.
    /// - Throws: `VaultError.refusedRecipients` if the manifest has no current key for the compartment.
    func recipients(of compartment: Compartment) throws(VaultError) -> [HybridRecipient] {
        guard let key = compartments[compartment] else { throw .refusedRecipients }
        return [key.recipient, recovery]
    }

    /// - Precondition: something has been sealed to the compartment.
    func epoch(of compartment: Compartment) -> Int { compartments[compartment]?.epoch ?? 0 }

    func hasKey(for compartment: Compartment) -> Bool { compartments[compartment] != nil }
}
