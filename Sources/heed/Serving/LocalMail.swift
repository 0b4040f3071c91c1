import Foundation

/// Hands an e-mail to the machine's own mail system, by its `sendmail` program.
/// Done when that has taken it; gives up after half a minute.
struct LocalMail: Sendable {
    let program: String

    func send(to address: String) async throws {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: program)
        // No word of the message stands on the command line, where every account can read it.
        process.arguments = ["-i", address]
        process.environment = ["PATH": "/usr/sbin:/usr/bin:/sbin:/bin"]
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        let input = Pipe()
        process.standardInput = input
        let ended = AsyncStream.makeStream(of: Int32.self)
        process.terminationHandler = { ended.continuation.yield($0.terminationStatus) }
        try process.run()
        let late = Task {
            try await Task.sleep(for: .seconds(30))
            process.terminate()
        }
        defer { late.cancel() }
        try? input.fileHandleForWriting.write(contentsOf: Data(Self.message(to: address).utf8))
        try? input.fileHandleForWriting.close()
        for await status in ended.stream {
            guard status == 0 else { throw Paging.NotTaken() }
            return
        }
    }

    static func message(to address: String) -> String {
        """
        To: \(address)
        Subject: Heed: please look at the desk
        Auto-Submitted: auto-generated
        Content-Type: text/plain; charset=utf-8

        \(Paging.text)

        """
    }
}
