import HeedCore
import HeedTestKit
import HeedVault
import Synchronization
import Testing

@testable import HeedIntake

@Suite("R27 guessing of codes")
struct LookupPatienceTests {
    private let time = TestClock(milliseconds: 1_800_000_000_000 / 60_000 * 60_000)
    private var clock: Clock {
        let time = time
        return Clock { Instant(milliseconds: time.milliseconds) }
    }

    /// - Parameter pause: what a wait does; the clock moves on by it where none is given.
    private func patience(
        _ failuresPerMinute: Int = 10, longest: Seconds = 8, pause: (@Sendable (Duration) async -> Void)? = nil
    ) -> LookupPatience {
        let time = time
        return LookupPatience(
            clock: clock, failuresPerMinute: failuresPerMinute, longest: longest,
            pause: pause ?? { time.advance(milliseconds: Int64($0 / .milliseconds(1))) })
    }

    @Test("nobody waits before the number of failures is reached, and waits grow with every further so many")
    func grows() {
        let patience = patience()
        var waits: [Duration] = []
        for _ in 0..<40 {
            waits.append(patience.delay())
            patience.failed()
        }
        #expect(waits[..<10].allSatisfy { $0 == .zero })
        #expect(waits[10..<20].allSatisfy { $0 == .milliseconds(500) })
        #expect(waits[30] == .milliseconds(1_500))
    }

    @Test("no wait is longer than the longest, whatever is set or comes")
    func bounded() {
        let patience = patience(1)
        for _ in 0..<100_000 { patience.failed() }
        #expect(patience.delay() == .seconds(8))
        #expect(IntakeSettings(longestLookupWait: 600, dataDirectory: nil).longestLookupWait == 20)
        #expect(IntakeSettings(failuresPerMinute: 0, dataDirectory: nil).failuresPerMinute == 1)
    }

    @Test("waits fade within a minute and are forgotten after two; a clock that goes back forgets too")
    func fades() {
        let patience = patience()
        for _ in 0..<40 { patience.failed() }
        #expect(patience.delay() == .seconds(2))
        time.advance(seconds: 90)
        #expect(patience.delay() == .seconds(1))
        time.advance(seconds: 60)
        #expect(patience.delay() == .zero)
        for _ in 0..<40 { patience.failed() }
        time.advance(seconds: -7_200)
        #expect(patience.delay() == .zero)
    }

    @Test("a look-up waits as long as was settled before, once, and lets the code be looked at then")
    func waits() async {
        let patience = patience()
        for _ in 0..<20 { patience.failed() }
        let before = time.milliseconds
        await patience.wait()
        #expect(time.milliseconds - before == 1_000)
    }

    @Test("a full room lets go the one that has waited longest; nobody is turned away", .timeLimit(.minutes(10)))
    func room() async {
        let begun = Mutex(0)
        let patience = patience(pause: { _ in
            begun.withLock { $0 += 1 }
            try? await Task.sleep(for: .seconds(600))
        })
        for _ in 0..<10 { patience.failed() }
        let first = Task { await patience.wait() }
        while begun.withLock({ $0 }) < 1 { await Task.yield() }
        let others = (1..<LookupPatience.room).map { _ in Task { await patience.wait() } }
        while begun.withLock({ $0 }) < LookupPatience.room { await Task.yield() }
        let oneMore = Task { await patience.wait() }
        await first.value
        for other in others + [oneMore] { other.cancel() }
        for other in others + [oneMore] { await other.value }
    }

    @Test("R26 a right code waits exactly as long as a wrong one", arguments: Engine.available)
    func alike(_ engine: Engine) async throws {
        try await Site.on(engine) { (site: Site) async throws in
            let sent = site.submission()
            _ = try await site.submit(sent)
            let limits = IntakeSettings(failuresPerMinute: 3, longestLookupWait: 1, dataDirectory: nil)
            let intake = try site.intake(settings: limits)
            for _ in 0..<3 {
                #expect(await site.refusal { try await OpenMailbox(intake).perform(.issue()) } == .notFound)
            }
            let clock = ContinuousClock()
            let right = try await clock.measure { _ = try await OpenMailbox(intake).perform(sent.code) }
            let wrong = await clock.measure {
                _ = await site.refusal { try await OpenMailbox(intake).perform(.issue()) }
            }
            #expect(right >= .milliseconds(500) && wrong >= .milliseconds(500))
            for _ in 0..<20 { intake.patience.failed() }
            #expect(try await OpenMailbox(intake).perform(sent.code).items.count == 1)
        }
    }

    @Test("right codes never bring on a wait")
    func rightCodes() async throws {
        try await Site.on(.sqlite) { (site: Site) async throws in
            let sent = site.submission()
            _ = try await site.submit(sent)
            let intake = try site.intake(settings: IntakeSettings(failuresPerMinute: 1, dataDirectory: nil))
            for _ in 0..<20 { _ = try await OpenMailbox(intake).perform(sent.code) }
            #expect(intake.patience.delay() == .zero)
        }
    }
}
