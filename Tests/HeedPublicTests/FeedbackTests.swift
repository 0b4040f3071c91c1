import HTTPTypes
import HeedCore
import HeedVault
import Testing

@testable import HeedPublic

/// "Tell us what you think of this site": nothing typed is lost, and nobody mistakes it for a report.
@Suite struct FeedbackTests {
    struct Unknown: Error {}

    @Test func `it says that it is no report, leads to the form and the numbers, and needs one box`() async throws {
        let stage = try Stage()
        try await stage.visit { visitor in
            let page = try await visitor.get("/feedback")
            #expect(page.status == .ok && page.text.contains("This is not a report."))
            #expect(page.document.all("a").contains { $0.attributes["href"] == "/report" })
            let names = Set(page.fields.map(\.0))
            #expect(names == ["words", "state", "token", "fill"])
            let empty = try await visitor.press("go=send", on: page, ["words": [" \n "], "found": ["no"]])
            #expect(empty.status == .unprocessableContent && empty.title.hasPrefix("Error: "))
            #expect(empty.field("found") == "no" && stage.with { $0.feedback.isEmpty })
            let sent = try await visitor.press("go=send", on: empty, ["words": ["More pictures"]])
            #expect(sent.heading == "Thank you" && sent.code == nil)
            #expect(
                stage.with { $0.feedback } == [Feedback(words: "More pictures", found: .no, language: "en")])
            #expect(stage.with { $0.reports.isEmpty && $0.messages.isEmpty && $0.mailboxAsked == 0 })
        }
    }

    @Test func `whatever goes wrong, the words and the choice come back, and the page says that nothing was stored`()
        async throws
    {
        let stage = try Stage()
        try await stage.visit { visitor in
            let page = try await visitor.get("/feedback")
            let typed = ["words": ["First line\nsecond"], "found": ["partly"]]
            let failures: [(any Error, String)] = [
                (Refusal.notNow("feedback.full"), "box is full"), (Refusal.tooMany, "Many people"),
                (Refusal.closed("closed.store"), "cannot take this"), (Unknown(), "cannot tell if this arrived"),
            ]
            for (failure, said) in failures {
                stage.with { $0.feedbackFailure = failure }
                let kept = try await visitor.press("go=send", on: page, typed)
                #expect(kept.status == .serviceUnavailable && kept.text.contains(said), "\(said)")
                #expect(kept.text.contains("Nothing was stored.") == !(failure is Unknown), "\(said)")
                #expect(kept.field("words") == "First line\nsecond" && kept.field("found") == "partly", "\(said)")
                #expect(kept.bytes.count % (16 * 1024) == 0 && kept.headers[.cacheControl] == "no-store, no-transform")
            }
            stage.with { $0.feedbackFailure = nil }
            for broken in [["token": [""]], ["state": ["x"]], ["state": [""], "token": [""]]] {
                let kept = try await visitor.press("go=send", on: page, typed.merging(broken) { $1 })
                #expect(kept.status == .ok && kept.text.contains("open a long time"))
                #expect(kept.field("words") == "First line\nsecond" && kept.field("found") == "partly")
                #expect(stage.with { $0.feedback.isEmpty })
            }
            stage.wait(25 * 3_600)
            let old = try await visitor.press("go=send", on: page, typed)
            #expect(old.field("words") == "First line\nsecond" && stage.with { $0.feedback.isEmpty })
            let sent = try await visitor.press("go=send", on: old)
            #expect(sent.heading == "Thank you" && stage.with { $0.feedback.count } == 1)
        }
    }

    @Test func `another language keeps what was typed, and too long comes back whole`() async throws {
        let stage = try Stage()
        try await stage.visit { visitor in
            let page = try await visitor.get("/feedback")
            let urdu = try await visitor.press("lang=ur", on: page, ["words": ["زیادہ تصویریں"], "found": ["yes"]])
            #expect(urdu.document.first("html")?.attributes["lang"] == "ur")
            #expect(urdu.field("words") == "زیادہ تصویریں" && urdu.field("found") == "yes")
            let long = String(repeating: "لمبا ", count: 2_000)
            let tooLong = try await visitor.press("go=send", on: urdu, ["words": [long]])
            #expect(tooLong.status == .unprocessableContent && tooLong.field("words") == long)
            _ = try await visitor.press("go=send", on: tooLong, ["words": ["مختصر"]])
            #expect(stage.with { $0.feedback.map(\.language) } == ["ur"])
        }
    }

    @Test func `a closed or full box is said before anybody types, with the other ways`() async throws {
        let stage = try Stage()
        try await stage.visit { visitor in
            for refusal in [Refusal.closed("closed.keys"), .notNow("feedback.full")] {
                stage.with { $0.feedbackClosed = refusal }
                let page = try await visitor.get("/feedback")
                #expect(page.status == .serviceUnavailable && page.document.first("form") == nil)
                #expect(page.document.all("a").contains { $0.attributes["href"] == "/report" })
                #expect(try await visitor.get("/report").status == .ok)
            }
        }
    }

    @Test func `a form of the report is no form of feedback, and the other way round`() async throws {
        let stage = try Stage()
        try await stage.visit { visitor in
            let report = try await visitor.toWords()
            let state = ["state": [report.field("state") ?? ""], "token": [report.field("token") ?? ""]]
            let page = try await visitor.get("/feedback")
            let kept = try await visitor.press("go=send", on: page, state.merging(["words": ["x"]]) { $1 })
            #expect(kept.text.contains("open a long time") && stage.with { $0.feedback.isEmpty })
        }
    }
}
