import HeedCore
import HeedVault
import ServiceLifecycle
import Synchronization

/// The form keys in use: a new one each day, three live.
final class LiveFormKeys: Service {
    private let file: FormKeyFile
    private let clock: Clock
    private let keys: Mutex<FormKeys>

    init(file: FormKeyFile, clock: Clock) {
        self.file = file
        self.clock = clock
        keys = Mutex(FormKeys(day: FormKeys.day(unixSeconds: clock.now().seconds)))
    }

    var current: FormKeys { keys.withLock { $0 } }

    /// Takes the kept keys into use, with today's in front. Written before it is used: a form must outlive a crash.
    func renew() throws {
        let fresh = try file.load(at: clock.now())
        keys.withLock { $0 = fresh }
    }

    func run() async throws {
        await cancelWhenGracefulShutdown { [self] in
            while !Task.isCancelled {
                try? await Task.sleep(for: .seconds(600))
                // Yesterday's keys go on working if the folder cannot be written for a moment.
                try? renew()
            }
        }
    }
}
