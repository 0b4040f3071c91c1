import HTTPTypes
import HeedContent
import HeedCore
import HeedVault
import Synchronization

@testable import HeedPublic

/// Every page in every state, named, for rules that hold everywhere.
enum Tour {
    /// The pages that hold nothing of anybody's, of a language. Their names begin with a slash.
    static func guidance(_ base: String = "") throws -> [String] {
        try ["/"] + Stage.shelf().pages(in: base.isEmpty ? "en" : String(base.dropFirst())).map { "/" + $0.name }
    }

    typealias Seen = [(name: String, page: SeenPage)]

    private static let taken = Mutex<[String: Task<Seen, any Error>]>([:])

    /// The tour of a site that nobody has changed, in one language: taken once, for every test that only looks.
    static func pages(in language: String = "en") async throws -> Seen {
        let tour = taken.withLock { taken in
            if let known = taken[language] { return known }
            let new = Task {
                language == "en"
                    ? try await pages(Stage()) : try await pages(Stage(offered: [language]), base: "/" + language)
            }
            taken[language] = new
            return new
        }
        return try await tour.value
    }

    static func pages(_ stage: Stage, base: String = "") async throws -> Seen {
        try await stage.visit { visitor in
            var seen: Seen = []
            func see(_ name: String, _ page: SeenPage) -> SeenPage {
                seen.append((name, page))
                return page
            }
            for path in try guidance(base) { _ = see(path, try await visitor.get(base + path)) }
            for (name, words) in [("found", "anonimous"), ("none", "qwertyuiop"), ("blank", " ")] where base.isEmpty {
                _ = see("answers \(name)", try await visitor.post("/answers", [("question", words)]))
            }
            let start = see("start", try await visitor.get(base + "/report"))
            _ = see("danger", try await visitor.press("danger=yes", on: start))
            let words = see("words", try await visitor.press("danger=no", on: start))
            _ = see("words wrong", try await visitor.press("go=on", on: words))
            var page = try await visitor.press("go=on", on: words, ["narrative": ["Two people"]])
            while page.code == nil {
                let step = page.fields.first { $0.0 != "state" && $0.0 != "contact" }?.0 ?? page.heading
                _ = see("question \(step)", page)
                let isHearing = page.markup.contains("name=\"contact\"")
                let isReach = page.markup.contains("name=\"reach\"")
                if isReach { _ = see("reach wrong", try await visitor.press("go=on", on: page)) }
                page = try await visitor.press(
                    "go=on", on: page,
                    isHearing ? ["contact": ["details"]] : isReach ? ["reach": ["07700 900123"]] : [:])
            }
            let check = see("check", page)
            stage.with { $0.failure = Refusal.tooMany }
            _ = see("unsent", try await visitor.press("go=send", on: check))
            stage.with { $0.failure = nil }
            _ = see("expired", try await visitor.press("go=skip", on: words, ["narrative": ["x"], "token": [""]]))
            let first = see("material start", try await visitor.get(base + "/material"))
            var next = see("material words", try await visitor.press("danger=no", on: first))
            _ = see("material wrong", try await visitor.press("go=on", on: next))
            next = try await visitor.press("go=on", on: next, ["links": ["https://example.invalid/a"]])
            while next.code == nil {
                _ = see("material \(next.heading)", next)
                next = try await visitor.press("go=on", on: next)
            }
            _ = see("material check", next)
            let sent = see("sent", try await visitor.press("go=send", on: check))
            let asked = see("asked", try await visitor.press("go=finish", on: sent))
            _ = see("finished", try await visitor.press("go=finish", on: asked))
            let ask = see("return", try await visitor.get(base + "/return"))
            _ = see("slip", try await visitor.press("go=on", on: ask, ["code": ["0000"]]))
            _ = see("nothing", try await visitor.press("go=on", on: ask, ["code": [ReporterCode.issue().grouped]]))
            stage.with {
                $0.mailbox = MailboxView(
                    items: [.init(number: 0, isConsidered: false, due: CalendarDay(iso: "2026-11-28"))],
                    questions: ["Which gate?"], round: 1, isAnswered: false)
            }
            let messages = see("messages", try await visitor.press("go=on", on: ask, ["code": [check.code ?? ""]]))
            _ = see("message wrong", try await visitor.press("go=send", on: messages))
            _ = see("added", try await visitor.press("go=send", on: messages, ["message": ["more"]]))
            stage.with { $0.mailbox = nil }
            stage.with { $0.closed = .closed("closed.keys") }
            _ = see("closed", try await visitor.get(base + "/report"))
            stage.with { $0.closed = nil }
            let code = ["code": [PartnerCode.issue().grouped]]
            let asking = see("partner", try await visitor.get(base + "/partner"))
            _ = see("partner slip", try await visitor.press("go=on", on: asking, ["code": ["0000"]]))
            _ = see("partner nothing", try await visitor.press("go=on", on: asking, code))
            stage.with {
                $0.partner = PartnerView(
                    words: Redacted("Is he at school?"), isAnswered: true, lastDay: CalendarDay(iso: "2026-12-04"))
            }
            let request = see("partner request", try await visitor.press("go=on", on: asking, code))
            _ = see("partner wrong", try await visitor.press("go=on", on: request))
            let checking = see(
                "partner check",
                try await visitor.press("go=on", on: request, ["kind": ["told"], "words": ["He is not."]]))
            stage.with { $0.partnerFailure = Refusal.tooMany }
            _ = see("partner not sent", try await visitor.press("go=send", on: checking))
            stage.with { $0.partnerFailure = Refusal.notNow("partner.full") }
            _ = see("partner full", try await visitor.press("go=send", on: checking))
            stage.with { $0.partnerFailure = nil }
            _ = see("partner sent", try await visitor.press("go=send", on: checking))
            stage.with { $0.partner = nil }
            let box = see("feedback", try await visitor.get(base + "/feedback"))
            _ = see("feedback empty", try await visitor.press("go=send", on: box))
            stage.with { $0.feedbackFailure = Refusal.notNow("feedback.full") }
            _ = see("feedback full", try await visitor.press("go=send", on: box, ["words": ["More pictures"]]))
            stage.with { $0.feedbackFailure = nil }
            _ = see("feedback sent", try await visitor.press("go=send", on: box, ["words": ["More pictures"]]))
            stage.with { $0.feedbackClosed = .closed("closed.keys") }
            _ = see("feedback closed", try await visitor.get(base + "/feedback"))
            stage.with { $0.feedbackClosed = .notNow("feedback.full") }
            _ = see("feedback full before", try await visitor.get(base + "/feedback"))
            stage.with { $0.feedbackClosed = nil }
            _ = see("404", try await visitor.get(base + "/nothing-here"))
            _ = see("405", try await visitor.get(base + "/report", .put))
            _ = see(
                "403", try await visitor.post(base + "/report", [], headers: [.origin: "https://elsewhere.example"]))
            _ = see("413", try await visitor.postTooMuch(base + "/report"))
            return seen
        }
    }
}
