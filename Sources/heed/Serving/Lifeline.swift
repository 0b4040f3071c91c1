import Foundation
import ServiceLifecycle

/// Ends this process when the one that started it is gone: standard input closes then, whatever happened to it.
struct Lifeline: Service {
    func run() async throws {
        let (gone, continuation) = AsyncStream<Void>.makeStream()
        let watcher = Thread {
            var byte: UInt8 = 0
            while read(STDIN_FILENO, &byte, 1) > 0 {}
            continuation.finish()
        }
        watcher.stackSize = 64 << 10
        watcher.start()
        await withTaskCancellationOrGracefulShutdownHandler {
            for await _ in gone {}
        } onCancelOrGracefulShutdown: {
            continuation.finish()
        }
    }
}
