import Dispatch

/// Holds up a synchronous closure until a test opens it.
/// Only for closures that run on a driver's own queue: it blocks its thread.
package final class Gate: Sendable {
    private let semaphore = DispatchSemaphore(value: 0)

    package init() {}

    package func wait() {
        // A test that forgot to open it fails instead of hanging.
        _ = semaphore.wait(timeout: .now() + 300)
    }

    package func open() {
        semaphore.signal()
    }
}
