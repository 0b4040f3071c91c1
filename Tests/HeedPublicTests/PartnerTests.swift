import HTTPTypes
import HeedCore
import HeedVault
import Testing

@testable import HeedPublic

struct PartnerTests {
    private static let asked = PartnerView(
        words: Redacted("Is <b>he</b> at school? zebra"), isAnswered: false, lastDay: CalendarDay(iso: "2026-12-04"))

    private func request(_ visitor: Visitor, _ stage: Stage) async throws -> SeenPage {
        stage.with { $0.partner = Self.asked }
        return try await visitor.press(
            "go=on", on: visitor.get("/partner"), ["code": [PartnerCode.issue().grouped]])
    }

    @Test func `looking at the address asks the store nothing, whatever stands in it`() async throws {
        let stage = try Stage()
        try await stage.visit { visitor in
            let code = PartnerCode.issue().grouped
            for path in ["/partner", "/partner?code=\(code)", "/partner?code=\(code)&go=on", "/cy/partner?x=\(code)"] {
                let page = try await visitor.get(path)
                #expect(page.status == .ok && !page.markup.contains(code), "\(path)")
            }
            _ = try await visitor.get("/partner?code=\(code)", .head)
            #expect(stage.with { $0.partnerAsked } == 0)
        }
    }

    @Test func `a slip is said at once, and every code that finds nothing gives the same bytes`() async throws {
        let stage = try Stage()
        try await stage.visit { visitor in
            let first = try await visitor.get("/partner")
            let slip = try await visitor.press("go=on", on: first, ["code": ["0000"]])
            #expect(slip.status == .unprocessableContent && stage.with { $0.partnerAsked } == 0)
            let codes = [PartnerCode.issue().grouped, ReporterCode.issue().symbols]
            var seen: [SeenPage] = []
            for code in codes { seen.append(try await visitor.press("go=on", on: first, ["code": [code]])) }
            #expect(seen[0].heading == "We found nothing to show")
            #expect(seen[0].bytes == seen[1].bytes && seen[0].headers == seen[1].headers)
        }
    }

    @Test func `what is asked is shown as words, and what was answered never again`() async throws {
        let stage = try Stage()
        try await stage.visit { visitor in
            let page = try await request(visitor, stage)
            #expect(page.text.contains("Is <b>he</b> at school? zebra") && !page.markup.contains("<b>he"))
            #expect(page.text.contains("4 December 2026") && page.text.contains("Northmoor Police"))
            let check = try await visitor.press("go=on", on: page, ["kind": ["cannot"], "words": ["giraffe"]])
            #expect(check.text.contains("giraffe") && stage.with { $0.partnerAnswers.isEmpty })
            let sent = try await visitor.press("go=send", on: check)
            #expect(sent.heading == "We have your answer" && !sent.markup.contains("giraffe"))
            #expect(stage.with { $0.partnerAnswers } == [PartnerAnswer(kind: .cannot, words: "giraffe")])
            let more = try await visitor.press("go=on", on: sent)
            #expect(!more.markup.contains("giraffe"))
        }
    }

    @Test func `what goes wrong loses nothing that was typed`() async throws {
        let stage = try Stage()
        try await stage.visit { visitor in
            let page = try await request(visitor, stage)
            let wrong = try await visitor.press("go=on", on: page, ["words": ["giraffe"]])
            #expect(wrong.status == .unprocessableContent && wrong.markup.contains("giraffe"))
            let check = try await visitor.press("go=on", on: page, ["kind": ["told"], "words": ["giraffe"]])
            for failure in [Refusal.tooMany, Refusal.notNow("partner.full")] {
                stage.with { $0.partnerFailure = failure }
                let failed = try await visitor.press("go=send", on: check)
                #expect(failed.text.contains("giraffe") && failed.status != .ok)
            }
            let stale = try await visitor.press(
                "go=on", on: page, ["kind": ["told"], "words": ["giraffe"], "token": [""]])
            #expect(stale.markup.contains("giraffe") && stale.markup.contains("name=\"kind\" value=\"told\""))
            let other = try await visitor.press("lang=cy", on: page, ["kind": ["told"], "words": ["giraffe"]])
            #expect(other.markup.contains("giraffe") && other.markup.contains("value=\"told\" checked"))
        }
    }

    @Test func `nothing but Send on the page to check it ever sends`() async throws {
        let stage = try Stage()
        try await stage.visit { visitor in
            let page = try await request(visitor, stage)
            for button in ["go=on", "go=finish"] {
                _ = try await visitor.press(button, on: page, ["kind": ["nothing"]])
            }
            let fields = page.fields.filter { $0.0 != "kind" } + [("kind", "nothing"), ("go", "send")]
            _ = try await visitor.post("/partner", fields)
            #expect(stage.with { $0.partnerAnswers.isEmpty })
        }
    }
}
