import HeedCore
import HeedKeyring
import HeedLedger
import HeedVault

/// A made-up police force: what a ceremony makes, at test cost, once for all tests.
enum Force {
    static let origin = "tips.example.test/ledger"
    static let t0 = 1_799_971_200
    static let logN = 8
    static let passphrase = "nine plain words"

    /// Username, staff number, role. Elder is Alder's other account: one person.
    static let people: [(name: String, person: String, role: Role)] = [
        ("alder", "p1", .officer), ("birch", "p2", .officer), ("cedar", "p3", .supervisor),
        ("dogwood", "p4", .supervisor), ("elder", "p1", .supervisor), ("fir", "p5", .prevent),
        ("gorse", "p6", .auditor), ("hazel", "p7", .administrator), ("iris", "p8", .callTaker),
        ("juniper", "p9", .protect), ("kelp", "p10", .communications), ("lilac", "p11", .communications),
        ("maple", "p12", .prevent), ("oak", "p13", .protect),
    ]

    /// Who is certified for surveys; no role is by itself. Oak is an advisor without.
    static let surveyors: Set<String> = ["juniper"]

    static let made: CeremonyResult = {
        do {
            return try Ceremony.perform(
                CeremonyPlan(
                    parameters: LedgerParameters(
                        origin: origin, instance: Instance(origin: origin).id, t0: t0),
                    compartments: CeremonyPlan.shippedCompartments + [Compartment.survey.rawValue],
                    officers: people.map { person in
                        PlannedOfficer(
                            username: person.name, person: person.person, name: person.name,
                            roles: [try OfficerRole(number: person.role.number, title: person.role.title)],
                            compartments: person.role.compartments
                                .union(surveyors.contains(person.name) ? person.role.permissions : [])
                                .map(\.rawValue),
                            isRegistrar: ["cedar", "dogwood"].contains(person.name), passphrase: passphrase)
                    },
                    manifestExpires: UTCDate(unixSeconds: t0 + 400 * 86_400),
                    certificatesValid: BatchRange(first: 0, last: 10_000),
                    receiptKeyValid: BatchRange(first: 0, last: 10_000), logN: logN))
        } catch {
            fatalError("the ceremony of the tests failed: \(error)")
        }
    }()

    static let calendar = made.parameters.calendar(promises: made.manifest.promises)

    static func enrolled(_ name: String) -> EnrolledOfficer {
        made.officers.first { $0.certificate.username == name }!
    }
}
