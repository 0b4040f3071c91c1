import Dispatch
import Synchronization
import Testing

@testable import HeedKeyring

@Suite struct ScryptGateTests {
    final class Meter: Sendable {
        let counts = Mutex((running: 0, peak: 0, order: [Int]()))
        func enter(_ number: Int) {
            counts.withLock {
                $0.running += 1
                $0.peak = max($0.peak, $0.running)
                $0.order.append(number)
            }
        }
        func leave() { counts.withLock { $0.running -= 1 } }
    }

    @Test("never more than two run at once, and everyone gets their own result", .timeLimit(.minutes(5)))
    func limit() async throws {
        let gate = ScryptGate(limit: 2, capacity: 100)
        let meter = Meter()
        let results = try await withThrowingTaskGroup(of: (Int, Int).self) { group in
            for number in 0..<20 {
                group.addTask {
                    let result = try await gate.run {
                        meter.enter(number)
                        DispatchSemaphore(value: 0).waitBriefly()
                        meter.leave()
                        return number * 2
                    }
                    return (number, result)
                }
            }
            return try await group.reduce(into: [:]) { $0[$1.0] = $1.1 }
        }
        #expect(results.count == 20 && results.allSatisfy { $0.value == $0.key * 2 })
        #expect(meter.counts.withLock { $0.peak } <= 2)
    }

    @Test("two do run at once: each waits for the other to have begun", .timeLimit(.minutes(5)))
    func together() async throws {
        let gate = ScryptGate(limit: 2)
        let (left, right) = (DispatchSemaphore(value: 0), DispatchSemaphore(value: 0))
        async let first = gate.run {
            right.signal()
            return left.wait(timeout: .now() + .seconds(50)) == .success
        }
        async let second = gate.run {
            left.signal()
            return right.wait(timeout: .now() + .seconds(50)) == .success
        }
        #expect(try await first)
        #expect(try await second)
    }

    @Test("waiters run in the order in which they came, and one too many is refused", .timeLimit(.minutes(5)))
    func order() async throws {
        let gate = ScryptGate(limit: 1, capacity: 3)
        let meter = Meter()
        let first = DispatchSemaphore(value: 0)
        let holder = Task { try await gate.run { first.wait() } }
        while await gate.load.running < 1 { await Task.yield() }
        var tasks: [Task<Void, any Error>] = []
        for number in 0..<3 {
            tasks.append(Task { try await gate.run { meter.enter(number) } })
            while await gate.load.waiting != number + 1 { await Task.yield() }
        }
        await #expect(throws: KeyringError.busy) { try await gate.run {} }
        first.signal()
        try await holder.value
        for task in tasks { try await task.value }
        #expect(meter.counts.withLock { $0.order } == [0, 1, 2])
        #expect(try await gate.run { true })
    }
}

extension DispatchSemaphore {
    fileprivate func waitBriefly() { _ = wait(timeout: .now() + .milliseconds(5)) }
}
