package import HeedLedger
import HeedVault

/// A compartment that was added to an installation: the next manifest, and the key for those who may hold it.
package struct AddedCompartment: Sendable, Unprintable {
    package let manifest: Manifest
    /// The manifest signed by the roots.
    package let manifestNote: [UInt8]
    /// One for each officer whose certificate covers it, and one for recovery.
    package let files: [CompartmentFile]
}
