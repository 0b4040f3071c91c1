import ArgumentParser
import Foundation
import HeedCore
import HeedVault

/// `heed officer`: the people of an installation.
struct OfficerCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "officer", abstract: "People of an installation.",
        subcommands: [
            ListCommand.self, AddCommand.self, DeactivateCommand.self, RoleCommand.self, PassphraseCommand.self,
            LostCodeCommand.self, LostTOTPCommand.self, GrantCommand.self, TOTPCommand.self,
        ])

    /// `heed officer totp`: the current one-time code, for demonstrations and tests.
    struct TOTPCommand: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "totp", abstract: "Print the current one-time code of a secret, for demonstrations and tests.")

        @Argument(help: "The secret, as printed on the card.") var secret: String

        func run() throws {
            guard let totp = try? TOTP(secretText: secret) else { throw ValidationError("not a one-time-code secret") }
            print(totp.code(step: TOTP.step(unixSeconds: Clock.system.now().seconds)))
        }
    }
}
