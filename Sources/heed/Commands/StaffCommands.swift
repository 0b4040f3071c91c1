import ArgumentParser
import Foundation
import HeedCasework
import HeedCore
import HeedKeyring
import HeedLedger
import HeedSQL
import HeedStore
import HeedVault

/// What every command about people shares: the installation, and who stands by it.
struct StaffOptions: ParsableArguments {
    @Option(help: "The installation.") var data: String
    @OptionGroup var source: SignInSource

    /// Runs one piece of work at a desk of this process's own, and closes it.
    func atDesk<Value>(_ work: (Desk) async throws -> Value) async throws -> Value {
        let installation = try await Installation.open(DataFolder(data))
        let wiring = try await Wiring(installation, role: .desk, logger: RoleProcess.logger(.desk))
        do {
            let value = try await work(wiring.desk())
            await wiring.database.close()
            return value
        } catch let refusal as Refusal {
            await wiring.database.close()
            throw StartRefusal.other("refused: \(refusal)", remedy: "see `heed officer --help`")
        }
    }

    func session(of username: String, at desk: Desk) async throws -> String {
        try await SignIn(desk).perform(source.typed(username).form).value
    }

    func consents(_ usernames: [String]) throws -> [RegistrarConsent] {
        try usernames.map { RegistrarConsent(username: $0, credentials: try source.typed($0).credentials) }
    }

    /// The last batch a new certificate counts in: about three years on.
    func lastBatch(at desk: Desk) async throws -> Int {
        try await desk.database.read { db in try db.currentBatch() } + StaffRequest.certificateBatches
    }
}

/// `heed officer list`
struct ListCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List people: name, role, active or not.")
    @OptionGroup var options: StaffOptions

    func run() async throws {
        try await options.atDesk { desk in
            let rows = try await desk.database.read { db in
                try db.officers().map { ($0, try db.certificate($0.certificate)) }
            }
            for (account, row) in rows {
                let certificate = row.flatMap { try? desk.trust.attested($0) }
                let role = certificate.flatMap(Officer.init)?.role.rawValue ?? "-"
                print(
                    "\(account.username)\t\(certificate?.person ?? "-")\t\(role)\t\(account.isActive ? "active" : "inactive")"
                )
            }
        }
    }
}

/// `heed officer add`
struct AddCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add", abstract: "Enrol somebody; two registrars sign. Prints the enrolment card.")
    @OptionGroup var options: StaffOptions
    @Option var username: String
    @Option(help: "Staff number; two accounts of one person share it.") var person: String
    @Option var name: String?
    @Option(help: "One of: \(Role.allCases.map(\.rawValue).joined(separator: ", ")).") var role: Role
    @Option(
        name: .customLong("also"),
        help: "A compartment beside the role's own, such as survey for a security advisor; repeat.")
    var also: [Compartment] = []
    @Option(name: .customLong("registrar"), help: "Username of a registrar; give two.") var registrars: [String]

    func run() async throws {
        let first = SecretCode.issue().grouped
        try await options.atDesk { desk in
            let new = AddOfficer.NewOfficer(
                username: username, person: person, name: name, role: role, permissions: Set(also),
                passphrase: first,
                lastBatch: try await options.lastBatch(at: desk))
            let card = try await AddOfficer(desk).perform(new, by: options.consents(registrars))
            Card.show(username, first, card)
            print("Next: somebody who holds the keys grants them with `heed officer grant`.")
        }
    }
}

/// `heed officer lost-code`
struct LostCodeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lost-code",
        abstract:
            "New keys and a new card for somebody who lost the secret code or forgot the passphrase; two registrars sign."
    )
    @OptionGroup var options: StaffOptions
    @Option var username: String
    @Option(name: .customLong("registrar"), help: "Username of a registrar; give two.") var registrars: [String]

    func run() async throws {
        let first = SecretCode.issue().grouped
        try await options.atDesk { desk in
            let card = try await ReEnrol(desk).perform(
                username: username, passphrase: first, lastBatch: try await options.lastBatch(at: desk),
                by: options.consents(registrars))
            Card.show(username, first, card)
            print("Next: colleagues grant the compartments again with `heed officer grant`.")
        }
    }
}

/// `heed officer role`
struct RoleCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "role", abstract: "Give somebody another role; two registrars sign.")
    @OptionGroup var options: StaffOptions
    @Option var username: String
    @Option var role: Role
    @Option(
        name: .customLong("also"),
        help: "A compartment beside the role's own, such as survey for a security advisor; repeat.")
    var also: [Compartment] = []
    @Option(name: .customLong("registrar"), help: "Username of a registrar; give two.") var registrars: [String]

    func run() async throws {
        try await options.atDesk { desk in
            try await ChangeRole(desk).perform(
                username: username, to: role, permissions: Set(also), lastBatch: try await options.lastBatch(at: desk),
                by: options.consents(registrars))
        }
    }
}

/// `heed officer deactivate`
struct DeactivateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "deactivate", abstract: "End an account; its sessions end within a minute.")
    @OptionGroup var options: StaffOptions
    @Option var username: String
    @Option(name: .customLong("as"), help: "Username of an administrator.") var administrator: String
    @Option var reason: String

    func run() async throws {
        try await options.atDesk { desk in
            let session = try await options.session(of: administrator, at: desk)
            try await Deactivate(desk).perform(
                session: session, username: username, reason: reason, proof: .signedInNow)
        }
    }
}

/// `heed officer grant`
struct GrantCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "grant",
        abstract: "Give somebody the keys of a compartment, out of the hands of somebody who holds them.")
    @OptionGroup var options: StaffOptions
    @Option var username: String
    @Option(help: "One of: \(Compartment.allCases.map(\.rawValue).joined(separator: ", ")).") var compartment:
        Compartment
    @Option(name: .customLong("as"), help: "Username of a holder.") var holder: String

    func run() async throws {
        try await options.atDesk { desk in
            let session = try await options.session(of: holder, at: desk)
            let count = try await GrantCompartment(desk).perform(
                session: session, compartment: compartment, to: username, proof: .signedInNow)
            print("granted \(count) keys")
        }
    }
}

/// `heed officer passphrase`
struct PassphraseCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "passphrase", abstract: "Change one's own passphrase.")
    @OptionGroup var options: StaffOptions
    @Option var username: String

    func run() async throws {
        try await options.atDesk { desk in
            let old = try options.source.typed(username)
            let new = try SignInSource.ask("new passphrase")
            guard try SignInSource.ask("new passphrase again") == new else { throw ValidationError("the two differ") }
            try await ChangePassphrase(desk).perform(
                username: username, passphrase: old.passphrase, secretCode: old.secretCode, totp: old.oneTimeCode,
                new: new)
        }
    }
}

/// `heed officer lost-totp`
struct LostTOTPCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lost-totp", abstract: "A new one-time-code secret for somebody who lost the device.")
    @OptionGroup var options: StaffOptions
    @Option var username: String
    @Option(name: .customLong("as"), help: "Username of the administrator who attends.") var administrator: String

    func run() async throws {
        try await options.atDesk { desk in
            let session = try await options.session(of: administrator, at: desk)
            let typed = try options.source.typed(username, oneTimeCode: false)
            let totp = try await NewTOTP(desk).perform(
                administrator: session, username: username, passphrase: typed.passphrase, secretCode: typed.secretCode)
            print("one-time codes  \(totp.secretText)")
        }
    }
}

/// The enrolment card, printed once and kept nowhere.
private enum Card {
    static func show(_ username: String, _ passphrase: String, _ card: AddOfficer.Card) {
        print(
            """
            username          \(username)
            first passphrase  \(passphrase)
            secret code       \(card.secretCode.grouped)
            one-time codes    \(card.totp.secretText)
            """)
    }
}

extension Role: ExpressibleByArgument {}
extension Compartment: ExpressibleByArgument {}
extension ReportKind: ExpressibleByArgument {}
