/// A change of somebody's account that more than one person has to agree to.
/// Waits in the store until the person has enrolled and two registrars have signed, or somebody takes it back.
package struct StaffRequest: Sendable, Equatable {
    /// What is to change. The raw values are stored.
    package enum Kind: String, CaseIterable, Sendable {
        /// Somebody new.
        case add
        /// New keys for somebody who lost the secret code or forgot the passphrase.
        case again
        /// Another role over the same keys.
        case role
        /// A new secret for one-time codes, for somebody who lost the device. No certificate changes.
        case totp

        /// Whether two registrars sign a certificate for it.
        package var needsRegistrars: Bool { self != .totp }
        /// Whether the person proves with an enrolment code that they are there.
        package var needsEnrolment: Bool { self != .role }
    }

    /// What it waits for.
    package enum Stage: Sendable, Equatable {
        case enrolment
        /// The enrolment code counts no longer.
        case overdue
        case firstSignature
        /// Signed by this person; another registrar is needed.
        case secondSignature(person: String)
    }

    package let id: RecordID
    package let kind: Kind
    package let username: String
    package let person: String
    package let name: String
    package let role: Role
    /// What the certificate names beside the role's compartments.
    package let permissions: Set<Compartment>
    package let askedBy: String
    package let stage: Stage

    package init(
        id: RecordID, kind: Kind, username: String, person: String, name: String, role: Role,
        permissions: Set<Compartment> = [], askedBy: String, stage: Stage
    ) {
        self.id = id
        self.kind = kind
        self.username = username
        self.person = person
        self.name = name
        self.role = role
        self.permissions = permissions
        self.askedBy = askedBy
        self.stage = stage
    }

    /// Batches for which an enrolment code counts: about a week.
    package static let codeBatches = 7
    /// Batches for which a certificate counts: about three years.
    package static let certificateBatches = 3 * 366
    /// Characters that a passphrase has at least; the secret code and the one-time code stand beside it.
    package static let shortestPassphrase = 12
}
