package import HeedCore
package import HeedLedger
import HeedVault

/// An officer with the keys of one request. Lives as long as the request does and never prints itself.
package struct UnlockedOfficer: Unprintable, Sendable {
    package let officer: Officer
    package let certificate: OfficerCertificate
    /// The role in which steps are signed.
    let role: OfficerRole
    let routine: SigningSeed
    /// Opens what is sealed to this officer alone.
    let identity: HybridIdentity
    private let keys: [KeyName: Keys]

    /// Which key: a compartment and an epoch.
    struct KeyName: Hashable, Sendable {
        let compartment: String
        let epoch: Int
    }

    struct Keys: Sendable {
        let identity: HybridIdentity
        let extract: BoxKey
    }

    init(
        officer: Officer, certificate: OfficerCertificate, role: OfficerRole, routine: SigningSeed,
        identity: HybridIdentity, keys: [KeyName: Keys]
    ) {
        self.officer = officer
        self.certificate = certificate
        self.role = role
        self.routine = routine
        self.identity = identity
        self.keys = keys
    }

    /// Opens objects of a compartment. Nil where the officer does not hold it.
    func identity(of compartment: String, epoch: Int) -> HybridIdentity? {
        keys[KeyName(compartment: compartment, epoch: epoch)]?.identity
    }

    /// Opens and writes queue cards of a compartment.
    func extractKey(of compartment: String, epoch: Int) -> BoxKey? {
        keys[KeyName(compartment: compartment, epoch: epoch)]?.extract
    }

    /// The compartments that this session opens.
    var compartments: Set<Compartment> {
        officer.compartments.filter { compartment in keys.keys.contains { $0.compartment == compartment.rawValue } }
    }

    /// The report compartments among them: those that have a queue.
    var queues: [String] {
        compartments.filter { $0 != .source && $0 != .audit }.map(\.rawValue).sorted()
    }
}
