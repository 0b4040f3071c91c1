package import HeedLedger
package import HeedVault

/// One of the first officers of an installation, with the passphrase they chose.
package struct PlannedOfficer: Sendable, Unprintable {
    package let username: String
    package let person: String
    package let name: String?
    package let roles: [OfficerRole]
    package let compartments: [String]
    package let isRegistrar: Bool
    package let secretCode: SecretCode
    let passphrase: String

    /// - Parameter secretCode: fresh unless a demonstration fixes it.
    package init(
        username: String, person: String, name: String?, roles: [OfficerRole], compartments: [String],
        isRegistrar: Bool = false, passphrase: String, secretCode: SecretCode = .issue()
    ) {
        self.username = username
        self.person = person
        self.name = name
        self.roles = roles
        self.compartments = compartments
        self.isRegistrar = isRegistrar
        self.passphrase = passphrase
        self.secretCode = secretCode
    }
}
