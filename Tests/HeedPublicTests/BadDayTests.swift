import HTTPTypes
import HeedCore
import HeedVault
import Testing

@testable import HeedPublic

/// Nothing typed is lost, whatever happens.
@Suite struct BadDayTests {
    struct Unknown: Error {}

    @Test func `J11 an account of 300 KiB comes back whole with the excess stated`() async throws {
        try await Stage().visit { visitor in
            let text = (0..<13_000).map { "line \($0) of what I saw" }.joined(separator: "\n")
            let page = try await visitor.press("go=on", on: visitor.toWords(), ["narrative": [text]])
            #expect(page.status == .unprocessableContent)
            let isWhole = page.field("narrative") == text
            let over = AnswerCheck.pagesOver(bytes: text.utf8.count, limit: Form.textLimit)
            let isExcessStated = page.markup.contains("About \(over) pages too long")
            #expect(isWhole && isExcessStated)
            let short = String(text.prefix(200_000))
            let check = try await visitor.press("go=skip", on: page, ["narrative": [short]])
            #expect(check.heading == "Check, then send")
            #expect(check.markup.contains("Show the rest of your words"))
        }
    }

    @Test func `J12 Back keeps what was typed, also through a change of mind about danger`() async throws {
        try await Stage().visit { visitor in
            let start = try await visitor.press("go=back", on: visitor.toWords(), ["narrative": ["typed"]])
            #expect(start.heading == "Before you start")
            let danger = try await visitor.press("danger=yes", on: start)
            let words = try await visitor.press("go=on", on: danger)
            #expect(words.field("narrative") == "typed")
        }
    }

    @Test func `J18 a form of 25 hours keeps its text, gets a new code and says so`() async throws {
        let stage = try Stage()
        try await stage.visit { visitor in
            let check = try await visitor.toCheck("typed yesterday")
            stage.wait(25 * 3600)
            let late = try await visitor.press("go=send", on: check)
            #expect(late.status == .ok && late.text.contains("typed yesterday"))
            #expect(late.text.contains("open a long time") && late.text.contains("code is new"))
            #expect(late.code != nil && late.code != check.code)
            #expect(stage.with { $0.reports.isEmpty })
            let sent = try await visitor.press("go=send", on: late)
            #expect(sent.code == late.code)
            #expect(stage.with { $0.reports.first?.signals } == [])
        }
    }

    @Test(arguments: ["state", "token"], ["", "x", "AAAAAAAA", "AQAAUO0"])
    func `a lost or forged hidden field gives the visible words back under a new code`(
        field: String, value: String
    ) async throws {
        let stage = try Stage()
        try await stage.visit { visitor in
            let words = try await visitor.toWords()
            let back = try await visitor.press("go=skip", on: words, ["narrative": ["my words"], field: [value]])
            #expect(back.heading == "What did you see or hear?")
            #expect(back.field("narrative") == "my words")
            #expect(back.text.contains("What you typed here is kept"))
            let check = try await visitor.press("go=skip", on: back)
            let forged = try await visitor.press("go=send", on: check, [field: [value]])
            #expect(forged.heading != "We have your report")
            #expect(stage.with { $0.reports.isEmpty })
        }
    }

    @Test func `a token counts only with the state it was made for`() async throws {
        let stage = try Stage()
        try await stage.visit { visitor in
            let mine = try await visitor.toCheck("mine")
            let other = try await visitor.toCheck("other")
            let token = try #require(other.field("token"))
            let mixed = try await visitor.press("go=send", on: mine, ["token": [token]])
            #expect(mixed.heading != "We have your report")
            #expect(stage.with { $0.reports.isEmpty })
        }
    }

    @Test func `a text browser that says nothing of where it comes from passes with its token`() async throws {
        let stage = try Stage()
        try await stage.visit { visitor in
            let check = try await visitor.toCheck("from lynx")
            let sent = try await visitor.press("go=send", on: check, headers: [:])
            #expect(sent.heading == "We have your report")
            let foreign = try await visitor.press("go=send", on: check, headers: [.origin: "https://elsewhere.example"])
            #expect(foreign.status == .forbidden && foreign.text.contains("0800 789 321"))
        }
    }

    @Test func `form keys that are gone lose no visible word, and keys kept over a restart lose nothing`() async throws
    {
        let stage = try Stage()
        try await stage.visit { visitor in
            let words = try await visitor.toWords()
            let check = try await visitor.press("go=skip", on: words, ["narrative": ["kept"]])
            let file = stage.with { $0.keys.fileBytes }
            stage.with { $0.keys = FormKeys(day: 1) }
            let lost = try await visitor.press("go=on", on: words, ["narrative": ["still here"]])
            #expect(lost.field("narrative") == "still here")
            let read = try FormKeys(file: file)
            stage.with { $0.keys = read }
            let sent = try await visitor.press("go=send", on: check)
            #expect(sent.heading == "We have your report" && sent.code == check.code)
        }
    }

    @Test func `J20 a full queue keeps the words, says nothing was stored, and trying again succeeds`() async throws {
        let stage = try Stage()
        try await stage.visit { visitor in
            let check = try await visitor.toCheck("my words")
            stage.with { $0.failure = Refusal.tooMany }
            let unsent = try await visitor.press("go=send", on: check)
            #expect(unsent.status == .serviceUnavailable)
            #expect(unsent.heading == "Not received" && unsent.text.contains("Nothing was stored"))
            #expect(unsent.text.contains("my words"))
            stage.with { $0.failure = nil }
            let sent = try await visitor.press("Try again", on: unsent)
            #expect(sent.heading == "We have your report" && sent.code == check.code)
        }
    }

    @Test func `a failure that leaves it open whether the report arrived says so and keeps the words`() async throws {
        let stage = try Stage()
        try await stage.visit { visitor in
            let check = try await visitor.toCheck("my words")
            stage.with { $0.failure = Unknown() }
            let unsure = try await visitor.press("go=send", on: check)
            #expect(unsure.status == .serviceUnavailable && unsure.text.contains("We cannot tell if that arrived"))
            #expect(unsure.text.contains("my words") && !unsure.text.contains("Nothing was stored"))
        }
    }

    @Test func `J19 a closed form says so with the numbers before anybody types`() async throws {
        let stage = try Stage()
        stage.with { $0.closed = .closed("closed.keys") }
        try await stage.visit { visitor in
            let closed = try await visitor.get("/report")
            #expect(closed.status == .serviceUnavailable)
            #expect(closed.document.first("form") == nil)
            for number in ["999", "101", "0800 789 321"] { #expect(closed.text.contains(number)) }
            let health = try await visitor.get("/healthz")
            #expect(health.status == .serviceUnavailable && health.markup == "closed")
        }
        try await stage.visit { visitor in
            stage.with { $0.closed = nil }
            let start = try await visitor.get("/report")
            stage.with { $0.closed = .closed("closed.store") }
            let closed = try await visitor.press("danger=no", on: start)
            #expect(
                closed.status == .serviceUnavailable,
                "a start page left open does not lead to a box that cannot be sent")
            stage.with { $0.closed = nil }
            let words = try await visitor.press("danger=no", on: start)
            stage.with { $0.closed = .closed("closed.store") }
            let kind = try await visitor.press("go=on", on: words, ["narrative": ["typed"]])
            #expect(kind.status == .ok, "whoever has typed goes on")
        }
    }

    @Test func `a form beyond the cap is a page that says where the words are`() async throws {
        try await Stage().visit { visitor in
            let page = try await visitor.postTooMuch("/report")
            #expect(page.status == .contentTooLarge)
            #expect(page.text.contains("your words should be there") && page.text.contains("0800 789 321"))
        }
    }

    @Test func `what the store finds wrong leads to the box, with the words kept`() async throws {
        let stage = try Stage()
        try await stage.visit { visitor in
            let check = try await visitor.toCheck("my words")
            stage.with {
                $0.failure = Refusal.notValid([FieldProblem(field: "reach_safe", key: "problem.too-long")])
            }
            let mend = try await visitor.press("go=send", on: check)
            #expect(mend.status == .unprocessableContent && mend.heading == "What is the safest way?")
            stage.with { $0.failure = nil }
            let hearing = try await visitor.press("go=back", on: mend)
            let again = try await visitor.press("go=on", on: hearing)
            #expect(again.text.contains("my words"))
        }
    }

    @Test func `R41 a filled trap and an instant return are taken, and marked for a person to look at`() async throws {
        let stage = try Stage()
        try await stage.visit { visitor in
            let words = try await visitor.toWords()
            let check = try await visitor.press("go=skip", on: words, ["narrative": ["x"], "extra": ["spam"]])
            let sent = try await visitor.press("go=send", on: check)
            #expect(sent.heading == "We have your report")
            #expect(stage.with { $0.reports.first?.signals } == [.trap, .quick])
        }
        try await stage.visit { visitor in
            let check = try await visitor.toCheck("slowly")
            stage.wait(10)
            _ = try await visitor.press("go=send", on: check)
            #expect(stage.with { $0.reports.last?.signals } == [])
        }
    }
}
