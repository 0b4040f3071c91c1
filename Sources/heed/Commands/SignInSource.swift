import ArgumentParser
import Foundation
import HeedCasework
import HeedCore
import HeedKeyring
import HeedVault

/// Where a command gets what somebody signs with: typed at the terminal, unseen; never on the command line.
struct SignInSource: ParsableArguments {
    @Option(help: "For demonstrations and tests: a file like demo-officers.json, instead of typing.") var signIns:
        String?

    /// What one person signs in with.
    struct Typed {
        let username: String
        let passphrase: String
        let secretCode: String
        let oneTimeCode: String

        var credentials: Credentials {
            Credentials(passphrase: passphrase, secretCode: secretCode, oneTimeCode: oneTimeCode)
        }
        var form: SignInForm {
            SignInForm(username: username, passphrase: passphrase, secretCode: secretCode, totp: oneTimeCode)
        }
    }

    func typed(_ username: String, oneTimeCode: Bool = true) throws -> Typed {
        if let signIns { return try read(username, in: signIns) }
        return Typed(
            username: username, passphrase: try Self.ask("\(username), passphrase"),
            secretCode: try Self.ask("\(username), secret code"),
            oneTimeCode: oneTimeCode ? try Self.ask("\(username), one-time code") : "")
    }

    private struct Entry: Decodable {
        let username, passphrase, secretCode, totpSecret: String
    }

    private func read(_ username: String, in file: String) throws -> Typed {
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        let entries = try decoder.decode([Entry].self, from: Data(DataFolder.read(file)))
        guard let entry = entries.first(where: { $0.username == username }) else {
            throw ValidationError("\(username) is not in \(file)")
        }
        let totp = try TOTP(secretText: entry.totpSecret)
        return Typed(
            username: username, passphrase: entry.passphrase, secretCode: entry.secretCode,
            oneTimeCode: totp.code(step: TOTP.step(unixSeconds: Clock.system.now().seconds)))
    }

    /// Asks at the terminal, without showing what is typed.
    static func ask(_ what: String) throws -> String {
        try? FileHandle.standardError.write(contentsOf: Data("\(what): ".utf8))
        var shown = termios()
        let isTerminal = tcgetattr(STDIN_FILENO, &shown) == 0
        if isTerminal {
            var hidden = shown
            hidden.c_lflag &= ~tcflag_t(ECHO)
            tcsetattr(STDIN_FILENO, TCSAFLUSH, &hidden)
        }
        defer {
            if isTerminal {
                tcsetattr(STDIN_FILENO, TCSAFLUSH, &shown)
                try? FileHandle.standardError.write(contentsOf: Data("\n".utf8))
            }
        }
        guard let line = readLine() else { throw ValidationError("nothing was typed") }
        return line
    }
}
