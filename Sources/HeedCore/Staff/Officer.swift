/// A member of staff as their certificate names them.
/// `person` is the staff number: two accounts of one person share it, so two signatures of one person never count as two.
package struct Officer: Equatable, Hashable, Sendable {
    package let username: String
    package let person: String
    package let name: String
    package let role: Role
    package let compartments: Set<Compartment>

    /// What the certificate names beside the role's compartments.
    package var permissions: Set<Compartment> { compartments.intersection(role.permissions) }

    package init(username: String, person: String, name: String, role: Role, compartments: Set<Compartment>) {
        self.username = username
        self.person = person
        self.name = name
        self.role = role
        self.compartments = compartments
    }
}
