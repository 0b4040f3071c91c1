import ArgumentParser
import Foundation
import HeedCore

/// All roles of an installation, each as a process of its own, under one that watches them.
struct WholeService {
    let installation: Installation
    let flags: [String]
    let isDemonstration: Bool

    func run() async throws {
        let supervisor = Supervisor()
        let ended = AsyncStream<(ServiceRole, Int32)>.makeStream()
        let signals = Self.onSignal { supervisor.stop() }
        defer { signals.forEach { $0.cancel() } }
        let addresses = try await supervisor.start(arguments) { ended.continuation.yield(($0, $1)) }
        // Not print: it would wait in a buffer when nobody's terminal reads.
        let line = "ready public=\(addresses[.intake] ?? "-") desk=\(addresses[.desk] ?? "-")\n"
        try? FileHandle.standardOutput.write(contentsOf: Data(line.utf8))
        for await (role, status) in ended.stream {
            await supervisor.wait()
            guard status == 0 else {
                throw StartRefusal.other(
                    "the \(role.rawValue) process ended with \(status)", remedy: "read its messages above")
            }
            return
        }
    }

    private var arguments: [ServiceRole: [String]] {
        Dictionary(
            uniqueKeysWithValues: ServiceRole.allCases.map { role in
                let common = ["serve", "--data", installation.folder.path, "--role", role.rawValue]
                return (role, common + flags.flatMap { ["--set", $0] } + (isDemonstration ? ["--demonstration"] : []))
            })
    }

    /// Acts once the program is asked to end.
    static func onSignal(_ act: @escaping @Sendable () -> Void) -> [any DispatchSourceSignal] {
        [SIGTERM, SIGINT, SIGHUP].map { number in
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number)
            source.setEventHandler(handler: act)
            source.resume()
            return source
        }
    }
}
