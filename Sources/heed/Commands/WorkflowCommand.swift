import ArgumentParser
import HeedContent
import HeedCore
import HeedDesk

/// `heed workflow`: what may happen to a report, by whom, and what must come first.
struct WorkflowCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "workflow", abstract: "The workflow of a kind of report.", subcommands: [Describe.self])

    /// `heed workflow describe`
    struct Describe: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "describe", abstract: "Print the states, steps and clocks of a kind of report.",
            discussion: """
                Printed from the table that decides. With --dot, as a graph for Graphviz: \
                heed workflow describe activity --dot | dot -Tsvg > activity.svg
                """)

        @Argument(help: "One of: \(ReportKind.allCases.map(\.rawValue).joined(separator: ", ")).")
        var kind: ReportKind
        @Option(help: "An installation: its clocks and its words, instead of those that come with the program.")
        var data: String?
        @Flag(help: "A graph for Graphviz instead of text.") var dot = false

        func run() async throws {
            var settings: Settings?
            if let data { settings = try await Installation.open(DataFolder(data)).settings }
            let catalogue = try Catalogue.load(
                directories: ContentFolder.layers(
                    "Locales", of: "HeedContent", contentDirectory: settings?.contentDirectory))
            let workflow = WorkflowText(
                kind, words: catalogue.first, clocks: settings?.times.clocks ?? .declared,
                messages: settings?.times.messages ?? MessageRules())
            print(dot ? workflow.picture : workflow.text, terminator: "")
        }
    }
}
