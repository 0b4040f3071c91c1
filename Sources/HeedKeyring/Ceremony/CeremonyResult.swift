package import HeedLedger
package import HeedVault

/// All key material of a new installation. The caller decides which part goes to which file, card or safe.
package struct CeremonyResult: Sendable, Unprintable {
    package let parameters: LedgerParameters
    package let manifest: Manifest
    /// The manifest signed by every root.
    package let manifestNote: [UInt8]
    package let officers: [EnrolledOfficer]
    /// One per compartment and certified officer, and one per compartment for recovery.
    package let compartmentFiles: [CompartmentFile]
    /// For the intake's own file, never backed up; signs receipts as `Receipt.keyName`.
    package let receiptSeed: SigningSeed
    /// Offline.
    package let roots: [RootKey]
    /// Offline: three holders' identities, in order, one each.
    package let recoveryHolders: [HybridIdentity]
    /// Offline: any two holders open one.
    package let recoveryShares: [RecoveryShare]
}
