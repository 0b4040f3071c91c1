import Synchronization

/// How many connections a listener has open: all that is known about them.
final class OpenConnections: Sendable {
    private let count = Atomic<Int>(0)
    private let threshold: Int

    init(limits: ListenerLimits) { threshold = limits.connections * 3 / 4 }

    func opened() { count.add(1, ordering: .relaxed) }
    func closed() { count.subtract(1, ordering: .relaxed) }
    var isBusy: Bool { count.load(ordering: .relaxed) >= threshold }
}
