import ArgumentParser
import Foundation
import HeedCore

/// `heed compartment`: the compartments of an installation.
struct CompartmentCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "compartment", abstract: "Compartments of an installation.", subcommands: [Add.self])

    /// `heed compartment add`
    struct Add: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "add", abstract: "Add a compartment to an installation that was made without it.",
            discussion: """
                Makes a key, gives it to every active officer whose certificate names the compartment, and signs a new \
                manifest with the root keys of the offline folder. An officer certified before this version has to be \
                certified again first, with `heed officer role`; for surveys, with `--also survey`, since no role names them alone. \
                Restart the service afterwards.
                """)

        @Argument(help: "One of: \(Compartment.allCases.map(\.rawValue).joined(separator: ", ")).")
        var compartment: Compartment
        @Option(help: "The installation.") var data: String
        @Option(help: "The folder that `heed init` wrote for the safe, with two root keys in it.") var offline: String

        func run() async throws {
            let (version, holders) = try await NewCompartment(
                compartment: compartment, folder: DataFolder(data), offline: DataFolder(offline)
            ).add()
            print(
                "manifest \(version) names \(compartment.rawValue); its key is held by \(holders.joined(separator: ", "))"
            )
            print("Next: put the offline folder back in its safe, and restart `heed serve`.")
        }
    }
}
