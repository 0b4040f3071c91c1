import HeedCore
import HeedVault
import HeedWeb
import Testing

@testable import HeedPublic

/// The pure parts: states, turns, colours, days.
@Suite struct PartsTests {
    private func state() -> JourneyState {
        var state = JourneyState.fresh(.activity, at: Instant(milliseconds: 1_790_000_000_123), in: "en")
        state.step = .check
        state.answers.take(from: .words) { _ in ["سلام 😀\nzwei"] }
        state.answers.take(from: .kind) { $0 == "sign" ? ["2", "9"] : ["because"] }
        state.answers.take(from: .hearing) { _ in ["details"] }
        state.answers.take(from: .reach) { _ in ["07700 900123"] }
        state.inDanger = true
        state.isTrapped = true
        state.seen = [.words, .kind, .check]
        return state
    }

    @Test func `a state comes back as it was, receipt and all`() {
        var state = state()
        #expect(JourneyState(state.bytes()) == state)
        state.answers = Answers(.activity)
        state.receipt = ReportReceipt(
            text: "note\n", isAddition: true, due: CalendarDay(iso: "2026-11-28"), lookAgain: nil)
        state.isChanging = true
        state.isRenewed = true
        state.hasAsked = true
        #expect(JourneyState(state.bytes()) == state)
    }

    @Test func `a state leaves out what its own page carries`() {
        let bytes = state().bytes(omitting: .words)
        #expect(JourneyState(bytes)?.answers.text("narrative") == "")
        #expect(JourneyState(bytes)?.answers["sign"] == ["2", "9"])
    }

    @Test func `no cut or changed state crashes, and none that is cut is read`() {
        let bytes = state().bytes()
        for count in 0..<bytes.count { #expect(JourneyState(Array(bytes.prefix(count))) == nil) }
        #expect(JourneyState(bytes + [0]) == nil)
        for index in bytes.indices {
            for bit in 0..<8 {
                var changed = bytes
                changed[index] ^= 1 << bit
                _ = JourneyState(changed)
            }
        }
    }

    @Test func `a mailbox's state never opens as a report's, nor the other way`() {
        var mailbox = MailboxState(issued: Instant(seconds: 1), language: "en")
        mailbox.code = .issue()
        mailbox.page = .messages
        mailbox.round = 2
        #expect(MailboxState(mailbox.bytes, now: Instant(seconds: 2)) == mailbox)
        #expect(MailboxState(mailbox.bytes, now: Instant(seconds: 90_000)) == nil)
        #expect(JourneyState(mailbox.bytes) == nil)
        #expect(MailboxState(state().bytes(), now: Instant(seconds: 2)) == nil)
    }

    @Test func `sealed states of short reports have one length`() throws {
        let keys = FormKeys(day: 1)
        let seal = FormSeal(keys: { keys })
        var lengths: Set<Int> = []
        for text in ["", "x", String(repeating: "x", count: 40)] {
            var state = JourneyState.fresh(.activity, at: Instant(seconds: 1), in: "en")
            state.step = .check
            state.answers.take(from: .words) { _ in [text] }
            lengths.insert(try seal.seal(state.bytes()).state.utf8.count)
        }
        #expect(lengths.count == 1)
    }

    @Test func `nothing but Send on the check page ever sends`() {
        let languages: Set = ["en"]
        for step in JourneyStep.allCases {
            for go in ["on", "skip", "back", "send", "finish", "change-words", "change-check", "", "x"] {
                var state = state()
                state.step = step
                let form = FormBody([("go", go), ("narrative", "x"), ("reach", "x")])
                let turn = Turn(.live(state), form, languages: languages, of: .activity, in: "en", now: state.issued)
                if case .send = turn.effect {
                    #expect(step == .check && go == "send")
                } else {
                    #expect(step != .check || go != "send")
                }
                if case .finish = turn.effect { Issue.record("a report that was not sent does not finish") }
            }
        }
    }

    @Test func `a colour too faint on paper, panel or button is refused`() throws {
        #expect(throws: AccentFault.tooFaint("#8CCFC8", on: "#FAF7F2")) {
            try Accent(light: "#8CCFC8", dark: "#8CCFC8")
        }
        #expect(throws: AccentFault.tooFaint("#1F5F5B", on: "#151B1F")) {
            try Accent(light: "#1F5F5B", dark: "#1F5F5B")
        }
        #expect(throws: AccentFault.notAColour("red")) { try Accent(light: "red", dark: "#8CCFC8") }
        let white = try #require(Accent.luminance("#FFFFFF"))
        let black = try #require(Accent.luminance("#000000"))
        #expect(abs(Accent.contrast(white, black) - 21) < 0.001)
        let ink = try #require(Accent.luminance("#1E2A32"))
        let paper = try #require(Accent.luminance("#FAF7F2"))
        #expect(abs(Accent.contrast(ink, paper) - 13.7) < 0.1)
    }
}
