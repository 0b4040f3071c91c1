package import HeedLedger
import HeedVault

extension Ceremony {
    /// Makes the first key of a compartment that an installation has not had, and the manifest that names it.
    /// - Parameters:
    ///   - certificates: from `OfficerCertificate.verified`; those that cover the compartment are given its key.
    ///   - roots: enough of the installation's root keys.
    /// - Throws: `KeyringError.badPlan` where the compartment is there, or nobody could open it.
    package static func add(
        _ compartment: String, to manifest: Manifest, for certificates: [OfficerCertificate], roots: [RootKey]
    ) throws(KeyringError) -> AddedCompartment {
        guard manifest.current(compartment) == nil, roots.count >= Manifest.rootsNeeded,
            certificates.contains(where: { $0.covers(compartment: compartment) })
        else { throw .badPlan }
        let key = try CompartmentKey.generate(compartment: compartment, epoch: 1)
        let epoch = try key.publicEpoch
        let next = try ledgered { () throws(LedgerError) in
            try Manifest(
                origin: manifest.origin, version: manifest.version + 1, previous: manifest.hash,
                expires: manifest.expires, compartments: manifest.compartments + [epoch], recovery: manifest.recovery,
                receiptKeys: manifest.receiptKeys, logKey: manifest.logKey, registrars: manifest.registrars,
                promises: manifest.promises, revoked: manifest.revoked)
        }
        return AddedCompartment(
            manifest: next, manifestNote: try sign(next, with: roots),
            files: try files([key], for: certificates, manifest.recovery))
    }
}
