import ArgumentParser
import Foundation
import HeedCore
import HeedKeyring
import HeedLedger
import HeedVault

/// `heed init`: a real, empty installation.
struct InitCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "init", abstract: "Make a real, empty installation.",
        discussion: """
            Makes the keys of a force and writes them to two places. DIR is what the server runs on. The offline folder holds \
            what must never be on the server: root keys, recovery and the officers' enrolment cards. Copy it to \
            media that you can lock away, give each card to its officer, and delete it.
            """)

    @Option(help: "Where the installation is to be. Must be new or empty.") var data: String
    @Option(help: "Where what belongs in a safe is to be written. Must be new or empty.") var offline: String
    @Option(help: "The ledger's name for ever: a scheme-less address such as tips.example.org/ledger.") var origin:
        String
    @Option(help: "A PostgreSQL connection string instead of SQLite; then give each role its own in heed.json.")
    var postgres: String?
    @Option(help: "The force, as people know it.") var force = "Derbyshire Constabulary"
    @Option(help: "The area.") var place = "Derbyshire"
    @Option(help: "The address people type for the public site, with https.") var publicURL: String
    @Option(help: "The address officers type for the desk, with https and another host name.") var deskURL: String
    @Option(
        name: .customLong("officer"),
        help:
            "A first member of staff, USERNAME:STAFFNUMBER:ROLE:NAME; ROLE+survey for an advisor who may open surveys. Repeat. The first two supervisors or administrators are registrars."
    )
    var officers: [String]

    func run() async throws {
        let safe = DataFolder(offline)
        guard safe.isEmpty else { throw StartRefusal.notEmpty(safe.path) }
        let members = try members()
        let today = Int(Clock.system.now().seconds) / 86_400 * 86_400
        let founding = Founding(
            folder: DataFolder(data),
            force: PlannedForce(
                origin: origin, t0: today, officers: members, scryptLogN: PassphraseFile.standardLogN),
            postgres: postgres,
            settings: [
                "force": ["name": force, "place": place],
                "public": ["url": publicURL, "address": "127.0.0.1:8080", "certificate": "", "key": ""],
                "languages": ["unreviewed": false],
                "desk": ["url": deskURL, "address": "127.0.0.1:8081", "certificate": "", "key": ""],
            ])
        say("making keys for \(members.count) people; this takes about a second each")
        let result = try await founding.perform()
        try OfflineFolder(folder: safe).write(result, members: members)
        say("the installation is in \(founding.folder.path)")
        say("what belongs in a safe is in \(safe.path): move it off this machine now")
        say("next: name certificates in heed.json, then `heed doctor --data \(data)` and `heed serve --data \(data)`")
    }

    private func members() throws -> [PlannedForce.Member] {
        var registrars = 0
        return try officers.map { text in
            let parts = text.split(separator: ":", maxSplits: 3).map(String.init)
            let rights = parts.count == 4 ? parts[2].split(separator: "+").map(String.init) : []
            let also = rights.dropFirst().compactMap(Compartment.init)
            guard let role = rights.first.flatMap(Role.init), also.count == rights.count - 1,
                role.permissions.isSuperset(of: also)
            else {
                throw ValidationError(
                    "\(text): expected USERNAME:STAFFNUMBER:ROLE:NAME with a role of "
                        + Role.allCases.map(\.rawValue).joined(separator: ", "))
            }
            let isRegistrar = registrars < 2 && (role == .supervisor || role == .administrator)
            if isRegistrar { registrars += 1 }
            return PlannedForce.Member(
                username: parts[0], person: parts[1], name: parts[3], role: role, permissions: Set(also),
                isRegistrar: isRegistrar,
                passphrase: SecretCode.issue().grouped)
        }
    }

    private func say(_ text: String) { try? FileHandle.standardError.write(contentsOf: Data((text + "\n").utf8)) }
}
