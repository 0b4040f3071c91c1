import Foundation
import HTTPTypes
import HeedCore
import HeedVault
import Testing

@testable import HeedPublic

/// Coming back with a code.
@Suite struct MailboxTests {
    private func sent(_ visitor: Visitor) async throws -> String {
        let page = try await visitor.press("go=send", on: visitor.toCheck("what was seen zebra"))
        return try #require(page.code)
    }

    private func open(_ code: String, _ visitor: Visitor) async throws -> SeenPage {
        try await visitor.press("go=on", on: visitor.get("/return"), ["code": [code]])
    }

    @Test func `R24 J21 one wrong symbol is a typing slip, the text is kept and the store is not asked`() async throws {
        let stage = try Stage()
        try await stage.visit { visitor in
            let code = try await sent(visitor).replacing("-", with: "")
            for index in code.indices {
                var wrong = code
                wrong.replaceSubrange(index...index, with: code[index] == "7" ? "8" : "7")
                let page = try await open(wrong, visitor)
                #expect(page.status == .unprocessableContent && page.text.contains("typing slip"))
                #expect(page.field("code") == wrong)
            }
            let empty = try await open("  ", visitor)
            #expect(empty.status == .unprocessableContent && empty.text.contains("Write your code"))
            #expect(stage.with { $0.mailboxAsked } == 0)
        }
    }

    @Test func `R26 J21 codes never used and threads erased give equal bytes`() async throws {
        try await Stage().visit { visitor in
            let pages = [
                try await open(ReporterCode.issue().grouped, visitor),
                try await open(ReporterCode.issue().symbols, visitor),
            ]
            #expect(pages[0].heading == "We found nothing to show")
            #expect(pages[0].bytes == pages[1].bytes && pages[0].headers == pages[1].headers)
        }
    }

    @Test func `R28 the messages never show what was reported or the code`() async throws {
        try await Stage().visit { visitor in
            let code = try await sent(visitor)
            let page = try await open(code, visitor)
            #expect(page.heading == "Your messages")
            #expect(!page.markup.contains("zebra") && !page.markup.contains(code))
            #expect(page.text.contains("Its entry is due by 28 November 2026."))
        }
    }

    @Test func `approved questions are shown in words, in the language of the page that shows them`() async throws {
        let folder = try WordsTests.artificialLanguage()
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let stage = try Stage(languages: [folder])
        try await stage.visit { visitor in
            let code = try await sent(visitor)
            stage.with {
                $0.mailbox = MailboxView(
                    items: [], questions: ["vehicle-marked", "Which gate?"], language: "pl", round: 1,
                    isAnswered: false)
            }
            let page = try await open(code, visitor)
            #expect(page.text.contains("Was the vehicle marked?") && !page.text.contains("vehicle-marked"))
            #expect(page.markup.contains("<div lang=\"pl\" dir=\"auto\" class=\"said\">Which gate?"))
            let other = try await visitor.press("lang=xx", on: page)
            #expect(other.text.contains("⟪Was the vehicle marked?⟫"))
        }
    }

    @Test func `questions are numbered, and the answer says which round it answers`() async throws {
        let stage = try Stage()
        try await stage.visit { visitor in
            let code = try await sent(visitor)
            stage.with {
                $0.mailbox = MailboxView(
                    items: [.init(number: 0, isConsidered: true, due: nil)], questions: ["Which gate?", "What time?"],
                    round: 1, isAnswered: false)
            }
            let page = try await open(code, visitor)
            #expect(page.text.contains("We have a question") && page.text.contains("Which gate? What time?"))
            let added = try await visitor.press("go=send", on: page, ["message": ["The north gate"]])
            #expect(added.heading == "Added to your report")
            let message = try #require(stage.with { $0.messages.first })
            #expect(message.text == "The north gate" && message.round == 1)
            let back = try await visitor.press("go=on", on: added)
            #expect(back.heading == "Your messages")
            let finished = try await visitor.press("go=finish", on: added)
            #expect(finished.heading == "You can close this page")
        }
    }

    @Test func `an empty message is asked for, and one that cannot be stored stays on the page`() async throws {
        let stage = try Stage()
        try await stage.visit { visitor in
            let page = try await open(sent(visitor), visitor)
            let empty = try await visitor.press("go=send", on: page, ["message": [" \n"]])
            #expect(empty.status == .unprocessableContent && empty.text.contains("Write something to send"))
            let long = String(repeating: "word ", count: 60_000)
            let tooLong = try await visitor.press("go=send", on: page, ["message": [long]])
            let isWhole = tooLong.field("message") == long
            #expect(tooLong.status == .unprocessableContent && isWhole)
            stage.with { $0.failure = Refusal.tooMany }
            let unsent = try await visitor.press("go=send", on: page, ["message": ["a blue van"]])
            #expect(unsent.status == .serviceUnavailable && unsent.text.contains("Nothing was stored"))
            #expect(unsent.field("message") == "a blue van")
            stage.with { $0.failure = nil }
            let added = try await visitor.press("go=send", on: unsent)
            #expect(added.heading == "Added to your report")
        }
    }

    @Test func `a message carries the same signs of a machine as a report, and is received whatever they say`()
        async throws
    {
        let stage = try Stage()
        try await stage.visit { visitor in
            let code = try await sent(visitor)
            func signals(_ seconds: Seconds, trap: String = "", on first: String = "code") async throws -> [LaneSignal]
            {
                let ask = try await visitor.get("/return")
                let decoy = trap.isEmpty ? [:] : ["extra": [trap]]
                let page = try await visitor.press(
                    "go=on", on: ask, ["code": [code]].merging(first == "code" ? decoy : [:]) { $1 })
                stage.wait(seconds)
                let added = try await visitor.press(
                    "go=send", on: page, ["message": ["more"]].merging(first == "code" ? [:] : decoy) { $1 })
                #expect(added.heading == "Added to your report")
                return try #require(stage.with { $0.messages.last }).signals
            }
            #expect(try await signals(30) == [])
            #expect(try await signals(0) == [.quick])
            #expect(try await signals(30, trap: "http://buy") == [.trap])
            #expect(try await signals(0, trap: "http://buy", on: "messages") == [.trap, .quick])
            #expect(try await signals(30, trap: " \u{200B}") == [], "white space is no answer")
        }
    }

    @Test func `a message on a page that grew old comes along while the code is typed again`() async throws {
        let stage = try Stage()
        try await stage.visit { visitor in
            let code = try await sent(visitor)
            let page = try await open(code, visitor)
            stage.wait(25 * 3600)
            let stale = try await visitor.press("go=send", on: page, ["message": ["typed long ago"]])
            #expect(stale.heading == "Your code" && stale.field("message") == "typed long ago")
            let again = try await visitor.press("go=on", on: stale, ["code": [code]])
            #expect(again.heading == "Your messages" && again.field("message") == "typed long ago")
            _ = try await visitor.press("go=send", on: again)
            #expect(stage.with { $0.messages.last }?.signals == [], "its age says nothing")
        }
    }

    @Test func `R29 J25 messages with no and with three short questions fill the same size as an unknown code`()
        async throws
    {
        let stage = try Stage()
        try await stage.visit { visitor in
            let code = try await sent(visitor)
            var sizes = [
                try await open(code, visitor).bytes.count,
                try await open(ReporterCode.issue().symbols, visitor).bytes.count,
            ]
            stage.with {
                $0.mailbox = MailboxView(
                    items: (0..<3).map { .init(number: $0, isConsidered: false, due: CalendarDay(iso: "2026-11-28")) },
                    questions: Array(repeating: String(repeating: "Which gate was it? ", count: 8), count: 3), round: 2,
                    isAnswered: false)
            }
            sizes.append(try await open(code, visitor).bytes.count)
            #expect(Set(sizes) == [16 * 1024])
        }
    }
}
