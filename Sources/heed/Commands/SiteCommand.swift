import ArgumentParser
import Foundation
import HeedCore
import HeedPublic
import HeedWeb

/// `heed site`: the guidance for other web servers.
struct SiteCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "site", abstract: "The guidance as files, for any web server.",
        subcommands: [Export.self, Nginx.self])

    /// Which installation, and where its copy lives.
    struct Source: ParsableArguments {
        @Argument(help: "The copy's folder. Holds nothing but what export writes.") var folder: String
        @Option(help: "The installation.") var data: String
        @Option(
            name: .customLong("set"), help: "KEY=VALUE for this run, before the environment and heed.json. Repeat.")
        var flags: [String] = []

        func export() async throws -> SiteExport {
            try SiteExport(await Installation.open(DataFolder(data), flags: Flags.parse(flags)), to: folder)
        }
    }

    /// `heed site export`: writes the copy.
    struct Export: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "export", abstract: "Write the guidance as files.",
            discussion: """
                Pages, styles, documents and the film, as the service would answer them today. Links to the report form, to \
                messages and to the search lead to public.url. Docs/export.md says how to serve them.
                """)

        @OptionGroup var source: Source
        @Flag(help: "Go on: write again within 5 seconds when pages, words, notices or the day change.") var watch =
            false

        func run() async throws {
            let export = try await source.export()
            // A notice in a copy that nobody keeps up would stand there for ever.
            guard watch else { return ExportWatch.tell(try export.once(showing: Bulletin()), export.folder) }
            // Taken first: what changes while the first copy is written is noticed after it.
            let stamp = try await export.stamp()
            ExportWatch.tell(try export.once(showing: stamp.bulletin), export.folder)
            await ExportWatch(export: export).run(from: stamp)
        }
    }

    /// `heed site nginx`: prints how nginx is to serve the copy.
    struct Nginx: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "nginx", abstract: "Print the server block with which nginx answers as the service does.")

        @OptionGroup var source: Source
        @Option(help: "What nginx is to listen on.") var listen = "127.0.0.1:8090"
        @Option(help: "Seconds for which a cache may answer with its copy of a page without asking, 300 at most.")
        var age = 0

        func validate() throws {
            guard (0...300).contains(age) else { throw ValidationError("--age \(age): 0 to 300 seconds") }
            guard !listen.contains(where: { ";{}\n".contains($0) }) else {
                throw ValidationError("--listen \(listen): an address and port, and words such as ssl")
            }
        }

        func run() async throws {
            let export = try await source.export()
            let server = NginxServer(
                listen: listen, root: export.folder.path, bases: try export.copy().bases,
                headers: HeaderPolicy(isTLS: export.service.hasPrefix("https:"), scripts: .own, media: true), age: age)
            print(server.text, terminator: "")
        }
    }
}
