package import Logging
import Synchronization

/// Catches every log line at every level, so that a test can look for what must never be logged.
/// Loggers made from one trap write to the same list.
package final class LogTrap: Sendable {
    private let kept = Mutex<[String]>([])

    package init() {}

    /// Each line as level, message and sorted metadata.
    package var lines: [String] { kept.withLock { $0 } }

    package func logger(label: String = "test") -> Logger {
        Logger(label: label) { label in Handler(label: label, trap: self) }
    }

    package func contains(_ text: String) -> Bool {
        lines.contains { $0.contains(text) }
    }

    private func keep(_ line: String) {
        kept.withLock { $0.append(line) }
    }

    private struct Handler: LogHandler {
        let label: String
        let trap: LogTrap
        var logLevel: Logger.Level = .trace
        var metadata: Logger.Metadata = [:]

        init(label: String, trap: LogTrap) {
            self.label = label
            self.trap = trap
        }

        subscript(metadataKey key: String) -> Logger.Metadata.Value? {
            get { metadata[key] }
            set { metadata[key] = newValue }
        }

        func log(event: LogEvent) {
            let all = metadata.merging(event.metadata ?? [:]) { $1 }
            let pairs = all.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
            let error = event.error.map { ["error=\($0)"] } ?? []
            trap.keep(([label, "\(event.level)", "\(event.message)"] + pairs + error).joined(separator: " "))
        }
    }
}
