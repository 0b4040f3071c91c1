import HeedCore
import HeedKeyring
import HeedLedger
import HeedVault

/// Who an installation starts with, and the name of its ledger.
struct PlannedForce: Sendable {
    /// A scheme-less address prefix, fixed for ever: `tips.example.org/ledger`.
    let origin: String
    /// Start of batch 0, seconds since 1970; a midnight UTC.
    let t0: Int
    let officers: [Member]
    let scryptLogN: Int

    /// One of the first members of staff.
    struct Member: Sendable {
        let username: String
        let person: String
        let name: String
        let role: Role
        /// Compartments beside the role's, out of `Role.permissions`.
        let permissions: Set<Compartment>
        let isRegistrar: Bool
        let passphrase: String
        let secretCode: SecretCode

        init(
            username: String, person: String, name: String, role: Role, permissions: Set<Compartment> = [],
            isRegistrar: Bool = false, passphrase: String,
            secretCode: SecretCode = .issue()
        ) {
            self.username = username
            self.person = person
            self.name = name
            self.role = role
            self.permissions = permissions.intersection(role.permissions)
            self.isRegistrar = isRegistrar
            self.passphrase = passphrase
            self.secretCode = secretCode
        }

        /// What the certificate names.
        var compartments: Set<Compartment> { role.compartments.union(permissions) }
    }

    /// What the ceremony makes of it. Compartments that nobody on the list may open are left out: they can be added later,
    /// and a key nobody holds would only look like one.
    func plan() throws -> CeremonyPlan {
        let parameters = try LedgerParameters(origin: origin, instance: Instance(origin: origin).id, t0: t0)
        let covered = Compartment.allCases.filter { compartment in
            officers.contains { $0.compartments.contains(compartment) }
        }
        let needed: Set<Compartment> = [.activity, .source, .audit]
        guard needed.isSubset(of: covered) else {
            throw StartRefusal.other(
                "nobody on the list could open reports, contact details or the audit",
                remedy: "name at least an officer, two supervisors and an auditor")
        }
        return CeremonyPlan(
            parameters: parameters, compartments: covered.map(\.rawValue), officers: try officers.map(planned),
            manifestExpires: UTCDate(unixSeconds: t0 + 3 * 366 * 86_400),
            certificatesValid: try BatchRange(first: 0, last: 10 * 366),
            receiptKeyValid: try BatchRange(first: 0, last: 10 * 366),
            logN: scryptLogN)
    }

    private func planned(_ member: Member) throws -> PlannedOfficer {
        PlannedOfficer(
            username: member.username, person: member.person, name: member.name, roles: [try member.role.certified],
            compartments: member.compartments.map(\.rawValue).sorted(), isRegistrar: member.isRegistrar,
            passphrase: member.passphrase, secretCode: member.secretCode)
    }
}

extension Role {
    /// The role as certificates and statements name it.
    var certified: OfficerRole {
        get throws { try OfficerRole(number: number, title: title) }
    }
}
