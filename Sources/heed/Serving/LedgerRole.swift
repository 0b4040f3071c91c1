import HeedIntake
import ServiceLifecycle

/// The calendar as a process: the one place that moves the current batch. The public ledger will be published from here.
struct LedgerRole: Service {
    let keeper: BatchKeeper

    init(_ wiring: Wiring) {
        keeper = BatchKeeper(
            database: wiring.database, calendar: wiring.installation.calendar, clock: wiring.installation.clock)
    }

    func run() async throws {
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                // Late is admitted, never fatal: the form stays open and the next turn catches up.
                _ = try? await keeper.advance()
                try? await Task.sleep(for: .seconds(min(60, keeper.secondsToClose())))
            }
        }
    }
}
