import Foundation
import HeedCore
import HeedKeyring
import HeedVault

/// The demonstration's officers, plainly made up, and the file that says how to sign in as them.
enum DemonstrationForce {
    static let members: [PlannedForce.Member] = [
        .init(
            username: "avery", person: "1001", name: "Avery Example", role: .officer,
            passphrase: "kettle harbour violet nine"),
        .init(
            username: "blake", person: "1002", name: "Blake Example", role: .officer,
            passphrase: "ladder meadow copper six"),
        .init(
            username: "casey", person: "2001", name: "Casey Sample", role: .supervisor, isRegistrar: true,
            passphrase: "window river saddle four"),
        .init(
            username: "devon", person: "2002", name: "Devon Sample", role: .supervisor, isRegistrar: true,
            passphrase: "basket thunder olive two"),
        .init(
            username: "ellis", person: "3001", name: "Ellis Specimen", role: .callTaker,
            passphrase: "pencil orchard silver one"),
        .init(
            username: "frankie", person: "4001", name: "Frankie Specimen", role: .prevent,
            passphrase: "button canyon yellow ten"),
        .init(
            username: "kit", person: "4002", name: "Kit Specimen", role: .prevent,
            passphrase: "saffron tunnel bright eleven"),
        .init(
            username: "gray", person: "5001", name: "Gray Specimen", role: .protect, permissions: [.survey],
            passphrase: "lantern forest purple five"),
        .init(
            username: "lane", person: "5002", name: "Lane Specimen", role: .protect,
            passphrase: "pepper bridge azure twelve"),
        .init(
            username: "harper", person: "6001", name: "Harper Model", role: .administrator,
            passphrase: "mirror valley orange three"),
        .init(
            username: "indigo", person: "7001", name: "Indigo Model", role: .auditor,
            passphrase: "candle island crimson seven"),
        .init(
            username: "jules", person: "8001", name: "Jules Model", role: .communications,
            passphrase: "marble desert scarlet eight"),
    ]

    /// How to sign in, for people and for checks from outside. Exists for demonstrations only.
    static func signIns(_ result: CeremonyResult) throws -> [UInt8] {
        let officers = zip(members, result.officers).map { member, officer in
            [
                "username": member.username, "name": member.name, "role": member.role.rawValue,
                "passphrase": member.passphrase, "secret_code": officer.secretCode.grouped,
                "totp_secret": officer.totp.secretText,
            ]
        }
        return [UInt8](try JSONSerialization.data(withJSONObject: officers, options: [.prettyPrinted, .sortedKeys]))
    }
}
