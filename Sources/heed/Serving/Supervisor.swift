import Foundation
import Logging
import Synchronization

/// Starts each role as a process of its own and ends them together.
/// A child whose supervisor is gone, however it went, ends too: it holds the other end of a pipe.
final class Supervisor: Sendable {
    private let children = Mutex<[ServiceRole: Process]>([:])
    private let ready = Mutex<[ServiceRole: String]>([:])
    private let isStopping = Mutex(false)

    /// Starts the roles and waits until every one accepts connections.
    /// - Parameters:
    ///   - arguments: what each child is started with, by role.
    /// - Returns: the address each role's ready line gave.
    func start(_ arguments: [ServiceRole: [String]], ended: @escaping @Sendable (ServiceRole, Int32) -> Void)
        async throws
        -> [ServiceRole: String]
    {
        for (role, arguments) in arguments { try launch(role, arguments, ended: ended) }
        for _ in 0..<6_000 {
            let addresses = ready.withLock { $0 }
            if addresses.count == arguments.count { return addresses }
            if isStopping.withLock({ $0 }) { throw ExitStatus.failed }
            try await Task.sleep(for: .milliseconds(10))
        }
        stop()
        throw StartRefusal.other("a process did not become ready within a minute", remedy: "read its messages above")
    }

    private func launch(
        _ role: ServiceRole, _ arguments: [String], ended: @escaping @Sendable (ServiceRole, Int32) -> Void
    ) throws {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
        process.arguments = arguments
        let lifeline = Pipe()
        let output = Pipe()
        process.standardInput = lifeline
        process.standardOutput = output
        process.terminationHandler = { [weak self] process in
            guard let self else { return }
            let wasStopping = isStopping.withLock {
                let was = $0; $0 = true; return was
            }
            if !wasStopping { stop() }
            ended(role, process.terminationStatus)
        }
        output.fileHandleForReading.readabilityHandler = { [weak self] handle in
            let text = String(decoding: handle.availableData, as: UTF8.self)
            guard let line = text.split(separator: "\n").first(where: { $0.hasPrefix("ready ") }) else { return }
            self?.ready.withLock { $0[role] = String(line.dropFirst("ready ".count)) }
            handle.readabilityHandler = nil
        }
        try process.run()
        children.withLock { $0[role] = process }
    }

    /// Asks every child to finish what it is doing and end.
    func stop() {
        isStopping.withLock { $0 = true }
        for process in children.withLock({ Array($0.values) }) where process.isRunning { process.terminate() }
    }

    /// Waits until all have ended.
    func wait() async {
        while children.withLock({ $0.values.contains { $0.isRunning } }) {
            try? await Task.sleep(for: .milliseconds(50))
        }
    }
}
