import HeedCasework
import HeedWeb
import Logging
import ServiceLifecycle

/// The officers' desk as a process.
struct DeskRole {
    let wiring: Wiring
    func services(ready: @escaping @Sendable (String) async -> Void) throws -> [any Service] {
        struct Idle: Service {
            let ready: @Sendable (String) async -> Void
            func run() async throws { await ready("none"); try await gracefulShutdown() }
        }
        return [Idle(ready: ready)]
    }
}
