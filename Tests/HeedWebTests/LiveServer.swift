import Hummingbird
import Logging
import ServiceLifecycle

@testable import HeedWeb

/// A listener on a free loopback port for the time of a test.
enum LiveServer {
    static func with<Value: Sendable>(
        _ site: Site, limits: ListenerLimits = ListenerLimits(), logger: Logger,
        _ body: @escaping @Sendable (Int) async throws -> Value
    ) async throws -> Value {
        let listener = try Listener(host: "127.0.0.1", port: 0, limits: limits)
        return try await run(
            { try listener.application(for: site, logger: logger, onReady: $0) }, logger: logger, body)
    }

    static func run<Value: Sendable>(
        _ make: (@escaping @Sendable (Int) async -> Void) throws -> Application<RouterResponder<WebContext>>,
        logger: Logger, _ body: @escaping @Sendable (Int) async throws -> Value
    ) async throws -> Value {
        let (ports, continuation) = AsyncStream.makeStream(of: Int.self)
        let application = try make { continuation.yield($0) }
        let group = ServiceGroup(configuration: .init(services: [application], logger: logger))
        return try await withThrowingTaskGroup(of: Void.self) { tasks in
            tasks.addTask { try await group.run() }
            var iterator = ports.makeAsyncIterator()
            let port = await iterator.next()!
            let result: Result<Value, any Error>
            do { result = .success(try await body(port)) } catch { result = .failure(error) }
            await group.triggerGracefulShutdown()
            return try result.get()
        }
    }
}
