import ArgumentParser
import Foundation
import HeedContent
import HeedWeb

/// The program: every command of an installation.
@main
struct Heed: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "heed",
        abstract:
            "A police force's \"report something suspicious\", from a worried person's words to a recorded decision.",
        subcommands: [
            DemoCommand.self, InitCommand.self, ServeCommand.self, DoctorCommand.self, VerifyCommand.self,
            OfficerCommand.self, CompartmentCommand.self, WorkflowCommand.self, SiteCommand.self,
        ])

    /// Exit codes are a promise: 0 done, 1 not so, 2 wrong use, 3 could not be carried out.
    static func main() async {
        do {
            var command = try parseAsRoot()
            if var command = command as? any AsyncParsableCommand {
                try await command.run()
            } else {
                try command.run()
            }
        } catch {
            exit(with: error)
        }
    }

    private static func exit(with error: any Error) -> Never {
        if let code = error as? ExitCode { Foundation.exit(code.rawValue) }
        let code = exitCode(for: error)
        if code == .success { exit(withError: error) }
        if code == .validationFailure {
            say(fullMessage(for: error))
            Foundation.exit(ExitStatus.usage.rawValue)
        }
        // An error of ours says its remedy; of any other only the type is named, since it may hold what a person wrote.
        switch error {
        case let refusal as StartRefusal: say("\(refusal)")
        case let refusal as StartupRefusal: say("\(refusal)")
        case let fault as ContentFault: say("refusing to start: a page cannot be shown: \(fault)")
        default: say("could not be carried out: \(type(of: error))")
        }
        Foundation.exit(ExitStatus.failed.rawValue)
    }

    private static func say(_ text: String) {
        try? FileHandle.standardError.write(contentsOf: Data((text + "\n").utf8))
    }
}
