import CoreMetrics
import Synchronization

/// Keeps the program's own counters and gauges in memory and writes them in the Prometheus text format.
/// Knows only names and labels from the code: nothing of a person can become one. Counts of what the public did are
/// given in steps of ten, so that reading the page twice does not say when somebody reported.
final class Figures: MetricsFactory, Sendable {
    private let cells = Mutex<[String: Cell]>([:])

    /// One figure.
    final class Cell: CounterHandler, FloatingPointCounterHandler, MeterHandler, RecorderHandler, TimerHandler, Sendable
    {
        let kind: Kind
        private let state = Mutex<(sum: Double, count: Int64)>((0, 0))

        enum Kind: String, Sendable { case counter, gauge, summary }

        init(kind: Kind) { self.kind = kind }

        var value: (sum: Double, count: Int64) { state.withLock { $0 } }

        func increment(by amount: Int64) { state.withLock { $0.sum += Double(amount) } }
        func increment(by amount: Double) { state.withLock { $0.sum += amount } }
        func decrement(by amount: Double) { state.withLock { $0.sum -= amount } }
        func reset() { state.withLock { $0 = (0, 0) } }
        func set(_ value: Int64) { state.withLock { $0.sum = Double(value) } }
        func set(_ value: Double) { state.withLock { $0.sum = value } }
        func record(_ value: Int64) { record(Double(value)) }
        func record(_ value: Double) {
            state.withLock {
                $0.sum += value
                $0.count += 1
            }
        }
        func recordNanoseconds(_ duration: Int64) { record(Double(duration) / 1e9) }
    }

    private func cell(_ label: String, _ dimensions: [(String, String)], _ kind: Cell.Kind) -> Cell {
        let labels = dimensions.map { "\($0.0)=\"\($0.1)\"" }.joined(separator: ",")
        let name = label.map { $0.isLetter || $0.isNumber ? $0 : "_" }
        let key = String(name) + (labels.isEmpty ? "" : "{\(labels)}")
        return cells.withLock { cells in
            if let known = cells[key] { return known }
            let new = Cell(kind: kind)
            cells[key] = new
            return new
        }
    }

    func makeCounter(label: String, dimensions: [(String, String)]) -> any CounterHandler {
        cell(label, dimensions, .counter)
    }
    func makeFloatingPointCounter(label: String, dimensions: [(String, String)]) -> any FloatingPointCounterHandler {
        cell(label, dimensions, .counter)
    }
    func makeMeter(label: String, dimensions: [(String, String)]) -> any MeterHandler {
        cell(label, dimensions, .gauge)
    }
    func makeRecorder(label: String, dimensions: [(String, String)], aggregate: Bool) -> any RecorderHandler {
        cell(label, dimensions, aggregate ? .summary : .gauge)
    }
    func makeTimer(label: String, dimensions: [(String, String)]) -> any TimerHandler {
        cell(label, dimensions, .summary)
    }

    // Figures live as long as the process: a handler let go and made again goes on counting.
    func destroyCounter(_ handler: any CounterHandler) {}
    func destroyFloatingPointCounter(_ handler: any FloatingPointCounterHandler) {}
    func destroyMeter(_ handler: any MeterHandler) {}
    func destroyRecorder(_ handler: any RecorderHandler) {}
    func destroyTimer(_ handler: any TimerHandler) {}

    /// The page a monitoring system reads.
    var text: String {
        cells.withLock { $0 }.sorted { $0.key < $1.key }.map { key, cell in
            let (sum, count) = cell.value
            switch cell.kind {
            case .counter: return "\(key) \(Int64(sum) / 10 * 10)\n"
            case .gauge: return "\(key) \(sum)\n"
            case .summary:
                let (name, labels) = Self.split(key)
                return "\(name)_sum\(labels) \(sum)\n\(name)_count\(labels) \(count / 10 * 10)\n"
            }
        }.joined()
    }

    private static func split(_ key: String) -> (name: String, labels: String) {
        guard let brace = key.firstIndex(of: "{") else { return (key, "") }
        return (String(key[..<brace]), String(key[brace...]))
    }
}
