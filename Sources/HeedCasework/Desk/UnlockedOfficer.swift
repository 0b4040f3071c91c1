package import HeedCore
import HeedKeyring
package import HeedLedger
import HeedVault

/// An officer with the keys of one request. Lives as long as the request does and never prints itself.
/// The certificate was checked when the request began, and is checked again in whatever transaction it ends in.
package struct UnlockedOfficer: Unprintable, Sendable {
    package let officer: Officer
    package let certificate: OfficerCertificate
    /// The role in which steps are signed.
    let role: OfficerRole
    private let keys: [CompartmentKey]
    /// What the session's earlier requests opened of the queue.
    var opened: OpenedCards
    let dues: OpenedDues

    /// - Throws: `Refusal.notAllowed` for a certificate without a role of the desk.
    init(
        certificate: OfficerCertificate, keys: [CompartmentKey], opened: OpenedCards = OpenedCards(),
        dues: OpenedDues = OpenedDues()
    ) throws(Refusal) {
        guard let officer = Officer(certificate),
            let role = certificate.roles.first(where: { Role(number: $0.number) == officer.role })
        else { throw .notAllowed("refusal.role") }
        self.officer = officer
        self.certificate = certificate
        self.role = role
        self.opened = opened
        self.dues = dues
        self.keys = keys.filter { key in officer.compartments.contains { $0.rawValue == key.compartment } }
    }

    /// Opens objects of a compartment, and its queue cards. Nil where the officer does not hold it.
    func key(of compartment: String, epoch: Int) -> CompartmentKey? {
        keys.first { $0.compartment == compartment && $0.epoch == epoch }
    }

    /// The compartments that this session opens.
    package var compartments: Set<Compartment> { Set(keys.compactMap { Compartment(rawValue: $0.compartment) }) }

    /// The report compartments among them: those that have a queue.
    var queues: [String] {
        compartments.filter { ![.source, .audit, .feedback, .survey].contains($0) }.map(\.rawValue).sorted()
    }
}
