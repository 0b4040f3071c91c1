package import HeedCore
package import HeedLedger

extension Officer {
    /// The officer whom a verified certificate names: the role is its first, the compartments those it lists and the
    /// role allows. Nil for a certificate without a role of the desk.
    package init?(_ certificate: OfficerCertificate) {
        guard let role = certificate.roles.lazy.compactMap({ Role(number: $0.number) }).first else { return nil }
        self.init(
            username: certificate.username, person: certificate.person,
            name: certificate.name ?? certificate.username, role: role,
            compartments: Set(certificate.compartments.compactMap { Compartment(rawValue: $0) })
                .intersection(role.compartments.union(role.permissions)))
    }
}
