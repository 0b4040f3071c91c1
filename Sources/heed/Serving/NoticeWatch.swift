import HeedCore
import HeedPublic
import Logging
import Metrics
import ServiceLifecycle
import Synchronization

/// Has the public site's board looked at: about once a second, and at the moment at which something begins or ends.
/// A look that fails leaves what was known; it is counted, and said once for each time that things go wrong.
final class NoticeWatch: Service {
    private let board: NoticeBoard
    private let clock: HeedCore.Clock
    private let logger: Logger
    private let isFailing = Mutex(false)

    private static let standing = Gauge(label: "heed_notices_standing")
    private static let stale = Gauge(label: "heed_notices_stale")
    private static let failures = Counter(label: "heed_notice_failures")

    init(board: NoticeBoard, clock: HeedCore.Clock, logger: Logger) {
        self.board = board
        self.clock = clock
        self.logger = logger
    }

    func run() async throws {
        await cancelWhenGracefulShutdown { [self] in
            while !Task.isCancelled {
                await look()
                try? await Task.sleep(for: .milliseconds(await pause()))
            }
        }
    }

    /// Looks once. Names what went wrong by its type: its words could hold anything.
    func look() async {
        do {
            try await board.look()
            say(nil)
        } catch {
            Self.failures.increment()
            say(error)
        }
        Self.standing.record(await board.count)
    }

    private func say(_ error: (any Error)?) {
        let wasFailing = isFailing.withLock { failing in
            defer { failing = error != nil }
            return failing
        }
        Self.stale.record(error == nil ? 0 : 1)
        guard wasFailing != (error != nil) else { return }
        if let error {
            logger.error(
                "notices cannot be brought up to date; what was known stands until its end",
                metadata: ["error.type": "\(String(reflecting: type(of: error)))"])
        } else {
            logger.notice("notices are up to date again")
        }
    }

    /// Milliseconds until the next look.
    private func pause() async -> Int64 {
        let most: Int64 = 1_000
        guard let next = await board.nextChange else { return most }
        return min(most, max(10, next.milliseconds - clock.now().milliseconds))
    }
}
