import HeedCore
import Logging
import Metrics
import ServiceLifecycle

/// Tells staff which pages of guidance need their owner: at start, and each day the service runs on.
struct PageWatch: Service {
    let content: SiteContent
    let clock: HeedCore.Clock
    let logger: Logger

    private static let due = Gauge(label: "heed_pages_due")

    func run() async throws {
        await cancelWhenGracefulShutdown {
            var told: CalendarDay?
            while !Task.isCancelled {
                let today = CalendarDay(clock.now())
                if told != today { tell(today) }
                told = today
                try? await Task.sleep(for: .seconds(600))
            }
        }
    }

    private func tell(_ day: CalendarDay) {
        let due = content.due(on: day)
        Self.due.record(due.count)
        for page in due { logger.warning("a page of guidance needs its owner", metadata: ["page": "\(page)"]) }
    }
}
