import HTTPTypes
import HeedContent
import HeedCore
import Testing

@testable import HeedPublic

/// Quick answers and the search over them, as visitors get them.
@Suite struct AnswerTests {
    private static func ask(_ words: String, _ visitor: Visitor) async throws -> SeenPage {
        try await visitor.post("/answers", [("question", words)])
    }

    @Test func `every question is on one page by theme, with an anchor of its own`() async throws {
        let shelf = try AnswerShelf.load(directories: [ContentFolder.locate("Answers", of: "HeedContent")])
        let themes = shelf.themes(in: "en")
        try await Stage().visit { visitor in
            let page = try await visitor.get("/answers")
            #expect(page.headers[.cacheControl] == "no-cache" && page.headers[.eTag] != nil, "it is guidance")
            for theme in themes {
                #expect(page.text.contains(theme.name))
                for answer in theme.answers {
                    #expect(page.document.withID(answer.id)?.name == "details", "\(answer.id)")
                    #expect(page.text.contains(answer.question), "\(answer.id)")
                }
            }
            let links = page.document.all("a").compactMap { $0.attributes["href"] }
            #expect(
                links.contains("https://www.askthe.police.uk/") && links.contains("https://www.gov.uk/report-terrorism")
            )
        }
    }

    @Test func `a misspelt question is answered on one page that nobody keeps`() async throws {
        try await Stage().visit { visitor in
            let page = try await visitor.post(
                "/answers", [("question", "can i be anonimous")],
                headers: [HTTPField.Name("Sec-Fetch-Site")!: "same-origin", .acceptEncoding: "br, gzip"])
            #expect(page.status == .ok && page.document.withID("anonymous")?.name == "h2")
            #expect(page.text.contains("You need no name, no phone number and no account."))
            #expect(page.field("question") == "can i be anonimous")
            #expect(page.headers[.cacheControl]?.contains("no-store") == true)
            #expect(
                page.headers[.contentEncoding] == nil && page.headers[.eTag] == nil && page.headers[.location] == nil)
            #expect(page.bytes.count == 16 * 1024)
            #expect(!page.title.contains("anonimous") && page.title == "Answers – Northmoor")
            #expect(page.action == "/answers#note", "the words are in no address")
        }
    }

    @Test func `where nothing fits the page says so and gives the numbers and the national routes`() async throws {
        try await Stage().visit { visitor in
            let page = try await Self.ask("banana bread recipe", visitor)
            #expect(page.status == .ok && page.heading == "We found no answer that fits")
            #expect(page.document.all("h2").count == 1, "no answer is shown")
            let links = page.document.all("a").compactMap { $0.attributes["href"] }
            for link in [
                "tel:999", "tel:101", "tel:0800789321", "https://www.askthe.police.uk/",
                "https://www.gov.uk/report-terrorism",
                "/report", "/answers",
            ] { #expect(links.contains(link), "\(link)") }
        }
    }

    @Test func `an empty question is an error that leads to its box`() async throws {
        try await Stage().visit { visitor in
            let page = try await Self.ask(" ", visitor)
            #expect(page.status == .unprocessableContent && page.title.hasPrefix("Error: "))
            #expect(page.document.withID("note")?.attributes["autofocus"] != nil)
            #expect(page.document.all("a").contains { $0.attributes["href"] == "#question" })
            #expect(try await visitor.post("/answers", []).status == .unprocessableContent)
        }
    }

    @Test func `a long question comes back whole, and one beyond the limit is refused`() async throws {
        try await Stage().visit { visitor in
            let long = "martyns law " + String(repeating: "é and more ", count: 400)
            let page = try await Self.ask(long, visitor)
            #expect(page.status == .ok && page.field("question") == long)
            #expect(page.text.contains("We looked at the first part.") && page.document.withID("martyns-law") != nil)
            #expect(page.bytes.count % (16 * 1024) == 0)
            #expect(try await Self.ask(String(repeating: "a", count: 70_000), visitor).status == .contentTooLarge)
        }
    }

    @Test func `a text browser that sends no origin can search, another site cannot make anybody search`() async throws
    {
        try await Stage().visit { visitor in
            let plain = try await visitor.post("/answers", [("question", "hotline")], headers: [:])
            #expect(plain.document.withID("hotline") != nil)
            let foreign = try await visitor.post(
                "/answers", [("question", "hotline")], headers: [.origin: "https://elsewhere.example"])
            #expect(foreign.status == .forbidden)
        }
    }

    @Test(arguments: [
        "<script>alert(1)</script> anonymous", "\"><img src=x onerror=alert(1)> anonymous",
        "{{question}} {{{answers}}} {{>layout}} anonymous", "' OR 1=1 -- anonymous", "\u{202E}suomynona anonymous",
        "\u{0}\u{1B}anonymous", "\u{0600}<b>\u{0301}\" anonymous", "😀 anonymous", "%3Cscript%3E anonymous",
    ])
    func `R44 hostile words come back inert`(text: String) async throws {
        try await Stage().visit { visitor in
            let names = { (page: SeenPage) in page.document.tags.map { ($0.isEnd ? "/" : "") + $0.name } }
            let page = try await Self.ask(text, visitor)
            #expect(page.status == .ok)
            let skeleton = Set(names(try await Self.ask("anonymous", visitor)))
                .union(names(try await Self.ask("qwertyuiop", visitor)))
            #expect(Set(names(page)).isSubset(of: skeleton))
            #expect(page.document.foreignScripts.isEmpty && page.document.all("img").isEmpty)
            #expect(
                page.field("question")
                    == text.replacing("\u{0}", with: "\u{FFFD}").replacing("\u{1B}", with: "\u{FFFD}"))
        }
    }
}
