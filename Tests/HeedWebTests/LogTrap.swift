import Logging
import Synchronization

/// Keeps every line that is logged at `info` or above, message, metadata and label together.
final class LogTrap: Sendable {
    private let kept = Mutex<[String]>([])

    var lines: [String] { kept.withLock { $0 } }

    func logger(level: Logger.Level = .info) -> Logger {
        var logger = Logger(label: "test") { _ in Handler(trap: self) }
        logger.logLevel = level
        return logger
    }

    private struct Handler: LogHandler {
        let trap: LogTrap
        var metadata: Logger.Metadata = [:]
        var logLevel = Logger.Level.info

        subscript(metadataKey key: String) -> Logger.Metadata.Value? {
            get { metadata[key] }
            set { metadata[key] = newValue }
        }

        func log(event: LogEvent) {
            let all = metadata.merging(event.metadata ?? [:]) { $1 }
            trap.kept.withLock { $0.append("\(event.level) \(event.message) \(all)") }
        }
    }
}
