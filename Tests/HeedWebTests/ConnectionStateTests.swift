import NIOCore
import Testing

@testable import HeedWeb

@Suite("Connection deadlines")
struct ConnectionStateTests {
    private let limits = ListenerLimits(
        headSeconds: 10, headSecondsWhenBusy: 2, requestSeconds: 60, lingerSeconds: 5, lingerBytes: 100)

    private func at(_ seconds: Int64) -> NIODeadline { .uptimeNanoseconds(0) + .seconds(seconds) }

    @Test("a header that does not arrive whole is waited for so long, and less while many wait")
    func head() {
        let state = ConnectionState(limits: limits, now: at(0))
        #expect(!state.isOverdue(now: at(9), isBusy: false))
        #expect(state.isOverdue(now: at(10), isBusy: false))
        #expect(state.isOverdue(now: at(2), isBusy: true))
    }

    @Test("a body that drips puts the deadline of its request off by nothing")
    func drip() {
        var state = ConnectionState(limits: limits, now: at(0))
        state.requestBegan(now: at(5))
        for _ in 0..<50 { #expect(state.bodyArrived(1) == false) }
        #expect(!state.isOverdue(now: at(64), isBusy: true))
        #expect(state.isOverdue(now: at(65), isBusy: false))
    }

    @Test("a request answered after it arrived leaves the connection open for the next")
    func reuse() {
        var state = ConnectionState(limits: limits, now: at(0))
        state.requestBegan(now: at(1))
        #expect(state.requestEnded(now: at(1)) == false)
        state.answerBegan(closes: false)
        #expect(state.answerEnded(now: at(2)) == false)
        #expect(!state.isOverdue(now: at(11), isBusy: false))
        #expect(state.isOverdue(now: at(12), isBusy: false))
    }

    @Test("after an early answer a bounded rest is read, and the connection lives when that was all")
    func rest() {
        var state = ConnectionState(limits: limits, now: at(0))
        state.requestBegan(now: at(0))
        state.answerBegan(closes: false)
        #expect(state.answerEnded(now: at(1)) == false)
        #expect(state.bodyArrived(100) == false)
        #expect(!state.isOverdue(now: at(5), isBusy: false))
        #expect(state.isOverdue(now: at(6), isBusy: false))
        #expect(state.requestEnded(now: at(2)) == false)
        #expect(!state.isClosing)
    }

    @Test("a rest that is too large closes the connection, and so does the end of one after a last answer")
    func closing() {
        var state = ConnectionState(limits: limits, now: at(0))
        state.requestBegan(now: at(0))
        state.answerBegan(closes: true)
        #expect(state.answerEnded(now: at(1)) == false)
        #expect(state.bodyArrived(60) == false)
        #expect(state.bodyArrived(60) == true)
        #expect(state.requestEnded(now: at(2)) == true)
    }

    @Test("a last answer to a whole request closes at once")
    func last() {
        var state = ConnectionState(limits: limits, now: at(0))
        state.requestBegan(now: at(0))
        #expect(state.requestEnded(now: at(0)) == false)
        state.answerBegan(closes: true)
        #expect(state.answerEnded(now: at(1)) == true)
    }
}
