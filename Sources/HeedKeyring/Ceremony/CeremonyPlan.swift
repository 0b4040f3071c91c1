package import HeedLedger
import HeedVault

/// What a new installation is to be: the input of `Ceremony.perform`.
package struct CeremonyPlan: Sendable {
    /// The compartments that every installation has.
    package static let shippedCompartments = [
        "activity", "online", "prevent", "protect", "source", "audit", "feedback",
    ]

    package let parameters: LedgerParameters
    package let promises: Promises
    package let compartments: [String]
    /// First officers; at least two of them registrars, of two persons.
    package let officers: [PlannedOfficer]
    /// Two or more words, one per root key.
    package let rootLabels: [String]
    package let manifestExpires: UTCDate
    /// Batches in which the first certificates count.
    package let certificatesValid: BatchRange
    /// Batches in which the first receipt key may sign.
    package let receiptKeyValid: BatchRange
    /// Work of officers' files: `PassphraseFile.standardLogN` in real installations.
    package let logN: Int

    package init(
        parameters: LedgerParameters, promises: Promises = .shipped, compartments: [String] = shippedCompartments,
        officers: [PlannedOfficer], rootLabels: [String] = ["1", "2"], manifestExpires: UTCDate,
        certificatesValid: BatchRange, receiptKeyValid: BatchRange, logN: Int = PassphraseFile.standardLogN
    ) {
        self.parameters = parameters
        self.promises = promises
        self.compartments = compartments
        self.officers = officers
        self.rootLabels = rootLabels
        self.manifestExpires = manifestExpires
        self.certificatesValid = certificatesValid
        self.receiptKeyValid = receiptKeyValid
        self.logN = logN
    }

    /// - Throws: `KeyringError.badPlan` for what could not work once it was made.
    func check() throws(KeyringError) {
        let registrars = officers.filter(\.isRegistrar)
        guard rootLabels.count >= Manifest.rootsNeeded, Set(rootLabels).count == rootLabels.count,
            Set(registrars.map(\.person)).count >= OfficerCertificate.registrarsNeeded,
            Set(registrars.map(\.person)).count == registrars.count,
            Set(officers.map(\.username)).count == officers.count,
            Set(compartments).count == compartments.count,
            officers.allSatisfy({ Set($0.compartments).isSubset(of: compartments) }),
            // A compartment that nobody can open would close its form from the first minute.
            compartments.allSatisfy({ name in officers.contains { $0.compartments.contains(name) } })
        else { throw .badPlan }
    }
}
