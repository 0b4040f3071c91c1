import HeedCore
import Testing

@testable import HeedDesk

@Suite("What citizens write is only ever text", .serialized)
struct InertTests {
    private static let traps = [
        "<script>alert(1)</script>", "\u{600}<img src=x onerror=alert(1)>", "\"\u{301} onmouseover=\"x",
        "{{#items}}{{csrf}}{{/items}}",
        "{{{statement}}}", "</textarea><form action=//evil.example>", "&lt;b&gt;",
        "=HYPERLINK(\"http://evil.example\")", "𝕏 \u{1F468}\u{200D}\u{1F469}",
        "<b\u{338}>", "' onfocus='x", "<!-- -->", "]]>",
    ]

    @Test("traps of markup, templates and formulas come out as the text they are")
    func traps() async throws {
        try await Premises.open { premises in
            let words = Self.traps.joined(separator: "\n")
            let thread = try await premises.report(words, ["where": [words], "worry": [words]]).thread
            let alder = try await premises.signIn("alder")
            let page = try await premises.open(alder, thread)
            for trap in Self.traps { #expect(page.says(trap), "\(trap)") }
            for raw in ["<script>alert", "<img", "</textarea><form", "<b\u{338}>", "onerror=alert(1)>", "<!-- -->"] {
                #expect(Array(page.html.utf8).firstRange(of: Array(raw.utf8)) == nil, "\(raw)")
            }
            #expect(page.html.contains("&lt;script&gt;alert(1)&lt;/script&gt;"))
            #expect(page.html.contains("{{#items}}{{csrf}}{{/items}}"))
            for line in Self.traps {
                _ = try await premises.write(
                    alder, thread, "triage", [("threat", line), ("risk", line), ("gist", line)])
            }
            let queue = try await alder.get("/")
            #expect(!queue.html.contains("<script>alert") && !queue.html.contains("<img"))
        }
    }

    @Test("controls of direction and invisible characters are shown, and cannot turn a line")
    func bidi() async throws {
        try await Premises.open { premises in
            let thread = try await premises.report("plate \u{202E}ABC 123\u{202C} and\u{200B}hidden").thread
            let alder = try await premises.signIn("alder")
            let page = try await premises.open(alder, thread)
            #expect(page.text.contains("plate ⟦U+202E⟧ABC 123⟦U+202C⟧ and⟦U+200B⟧hidden"))
            #expect(!page.html.unicodeScalars.contains("\u{202E}"))
            #expect(page.html.contains("<dd class=\"words\" dir=\"auto\" lang=\"en\" translate=\"no\">"))
        }
    }

    @Test("identifiers of the web are written so that nothing makes a link of them")
    func defanged() async throws {
        try await Premises.open { premises in
            let thread = try await premises.report().thread
            let alder = try await premises.signIn("alder")
            _ = try await premises.open(alder, thread)
            let page = try await premises.write(
                alder, thread, "identifier", [("kind", "online"), ("value", "https://bad.example/a"), ("source", "s")])
            #expect(page.text.contains("hxxps://bad[.]example/a"))
            #expect(!page.links.contains { $0.contains("bad") })
        }
    }

    @Test("no word of a reporter's is in a list, a title or an address")
    func nowhereElse() async throws {
        try await Premises.open { premises in
            let thread = try await premises.report("marker zebra", ["where": ["marker zebra"], "sign": ["2"]]).thread
            let alder = try await premises.signIn("alder")
            let before = try await alder.get("/")
            #expect(before.text.contains("Weapons ticked"))
            let pages = [
                before, try await premises.open(alder, thread), try await alder.get("/"), try await alder.get("/watch"),
                try await alder.get("/report/\(thread.hex)/note"),
            ]
            for page in pages {
                #expect(!page.title.contains("zebra"))
                #expect(!page.links.contains { $0.contains("zebra") })
            }
            for list in ["/", "/mine", "/watch", "/set-aside"] {
                #expect(!(try await alder.get(list)).html.contains("zebra"))
            }
            #expect(pages[1].title == "\(thread.handle): Heed")
        }
    }
}
