import HTTPTypes
import HeedCore
import HeedVault
import Testing

@testable import HeedPublic

/// Rules for every page in every state.
@Suite struct EveryPageTests {
    private static let headers = [
        "Content-Security-Policy", "X-Content-Type-Options", "Referrer-Policy", "Permissions-Policy",
        "Cross-Origin-Opener-Policy", "Cross-Origin-Resource-Policy",
    ]

    @Test func `J05 R18 R71 every page shows the numbers and has every header, errors too`() async throws {
        for (name, page) in try await Tour.pages() {
            #expect(page.headers[.contentType] == "text/html; charset=utf-8", "\(name)")
            for number in ["999", "101", "0800 789 321"] { #expect(page.text.contains(number), "\(name)") }
            for header in Self.headers { #expect(page.headers[HTTPField.Name(header)!] != nil, "\(name) \(header)") }
            #expect(page.text.contains("Nothing you send here reaches the police"), "\(name)")
            #expect(page.headers[HTTPField.Name("Content-Security-Policy")!]?.contains("default-src 'none'") == true)
        }
    }

    @Test func `what we keep says that no time is set, and no page says that reports are erased`() async throws {
        #expect(!Verb.allCases.contains { $0.rawValue.contains("erase") }, "there is a way to erase: say so")
        for (name, page) in try await Tour.pages() {
            let text = page.text.replacing("Nothing is erased by itself", with: "")
            #expect(page.text.contains("no time is set") == (name == "/keep"), "\(name)")
            #expect((text == page.text) == (name != "/keep"), "\(name)")
            #expect(!text.contains("erased") && !text.contains("deleted"), "\(name)")
        }
    }

    @Test
    func
        `R04 R06 R12 no page sets a cookie, has a script but the one that leaves or asks anybody else, and none with an answer is kept`()
        async throws
    {
        for (name, page) in try await Tour.pages() {
            #expect(page.headers[.setCookie] == nil, "\(name)")
            if name.hasPrefix("/") {
                #expect(page.headers[.cacheControl] == "no-cache" && page.headers[.eTag] != nil, "\(name)")
            } else {
                #expect(page.headers[.cacheControl] == "no-store, no-transform", "\(name)")
                #expect(page.headers[.eTag] == nil && page.headers[.contentEncoding] == nil, "\(name)")
            }
            #expect(page.headers[.lastModified] == nil, "\(name)")
            let scripts = page.document.tags.filter { $0.name == "script" && !$0.isEnd }
            #expect(scripts.count == 1 && scripts[0].attributes["src"]?.hasPrefix("/assets/leave-") == true, "\(name)")
            #expect(scripts[0].attributes["defer"] != nil && page.markup.contains("defer></script>"), "\(name)")
            let policy = page.headers[HTTPField.Name("Content-Security-Policy")!] ?? ""
            #expect(policy.contains("script-src 'self'") && !policy.contains("connect-src"), "\(name)")
            for tag in page.document.tags {
                #expect(!["img", "iframe", "style", "meta http-equiv"].contains(tag.name), "\(name)")
                #expect(
                    !tag.attributes.keys.contains { $0.hasPrefix("on") || $0 == "style" || $0 == "maxlength" },
                    "\(name)")
                if tag.name == "link" { #expect(tag.attributes["href"]?.hasPrefix("/assets/site-") == true, "\(name)") }
                if tag.name == "form", !tag.isEnd {
                    #expect(tag.attributes["action"]?.hasPrefix("/") == true, "\(name)")
                }
            }
        }
    }

    @Test
    func
        `J25 every page that may hold an answer fills whole steps of 16 KiB, and one step where nothing long was typed`()
        async throws
    {
        for (name, page) in try await Tour.pages() where !name.hasPrefix("/") {
            let isWide = ["Check, then send", "What kind of thing was it?"].contains(page.heading)
            #expect(page.bytes.count == (isWide ? 32 : 16) * 1024, "\(name)")
            // The filler may take 8 KiB of it.
            let filler = page.field("fill")?.utf8.count ?? 0
            let own = page.bytes.reversed().drop { $0 == 0x0A }.count - filler
            #expect(own <= 8 * 1024, "\(name): \(own) bytes")
        }
    }

    @Test func `R05 titles and addresses name no subject, no answer and no code`() async throws {
        let topics: Set = [
            "Our area", "What happens next", "National plan", "Local team", "Travel", "Contact", "Accessibility",
            "Privacy", "About", "All pages", "Home", "Booklet 1", "Booklet 2", "Feedback",
            "Start", "Call now", "Your words", "Kind", "When and where", "People and things", "You", "Hearing from us",
            "Reach you", "Check", "Sent", "Finished", "Return", "Messages", "Not sent", "Sorry", "Signs", "Online",
            "Someone", "Venues", "Answers", "Something online", "What you found", "What it is", "The site or app",
            "Run, hide, tell",
            "What we keep", "Stay safe online", "A request",
        ]
        for (name, page) in try await Tour.pages() {
            #expect(page.title.hasSuffix(" – Northmoor"), "\(name)")
            var topic = page.title.dropLast(" – Northmoor".count)
            if topic.hasPrefix("Error: ") { topic = topic.dropFirst("Error: ".count) }
            #expect(topics.contains(String(topic)), "\(name): \(topic)")
            for tag in page.document.tags {
                let address = tag.attributes["href"] ?? tag.attributes["action"] ?? ""
                #expect(page.code.map { !address.contains($0.prefix(4)) } ?? true, "\(name)")
                #expect(!address.contains("?") || address.contains("/report?s="), "\(name)")
            }
        }
    }

    @Test func `J04 R22 the first two stops are the skip link and Leave quickly`() async throws {
        for (name, page) in try await Tour.pages() {
            let links = page.document.all("a")
            #expect(links[0].attributes["href"] == "#main" && page.document.withID("main")?.name == "main", "\(name)")
            #expect(links[1].attributes["href"] == "/leave", "\(name)")
            #expect(links[1].attributes["referrerpolicy"] == "no-referrer", "\(name)")
        }
        try await Stage().visit { visitor in
            let away = try await visitor.get("/leave")
            #expect(away.status == .seeOther && away.headers[.location] == "https://weather.example/")
            #expect(away.headers[HTTPField.Name("Clear-Site-Data")!] == "\"cache\"" && away.bytes.isEmpty)
        }
    }

    @Test func `every page has one heading, a language, unique ids, and labels for what can be filled in`() async throws
    {
        for (name, page) in try await Tour.pages() {
            #expect(page.document.all("h1").count == 1, "\(name)")
            let root = try #require(page.document.first("html"))
            #expect(root.attributes["lang"] == "en" && root.attributes["dir"] == "ltr", "\(name)")
            let ids = page.document.tags.compactMap { $0.attributes["id"] }
            #expect(Set(ids).count == ids.count, "\(name)")
            let labels = Set(page.document.all("label").compactMap { $0.attributes["for"] })
            for tag in page.document.tags where ["input", "textarea"].contains(tag.name) && !tag.isEnd {
                guard tag.attributes["type"] != "hidden" else { continue }
                let id = try #require(tag.attributes["id"])
                #expect(labels.contains(id), "\(name) \(id)")
                guard tag.name == "textarea" || tag.attributes["type"] == nil, id != "extra" else { continue }
                #expect(
                    tag.attributes["autocomplete"] == "off" && tag.attributes["spellcheck"] == "false", "\(name) \(id)")
                #expect(tag.attributes["dir"] != nil && tag.attributes["translate"] == "no", "\(name) \(id)")
            }
            for link in page.document.all("a") {
                guard let href = link.attributes["href"], href.hasPrefix("#") else { continue }
                #expect(ids.contains(String(href.dropFirst())), "\(name) \(href)")
            }
        }
    }

    @Test(arguments: [
        "<script>alert(1)</script><img src=x onerror=alert(1)>", "</textarea></form></main><script>alert(1)</script>",
        "{{narrative}} {{{state}}} {{#a}}x{{/a}} {{>layout}} ${7*7}", "'; DROP TABLE item; -- \" OR 1=1",
        "\u{0600}<script>\u{0600}\"\u{0600}'", "\"\u{0301} onmouseover=alert(1) <\u{0301}b>",
        "\u{202E}evil\u{202C} \u{2066}isolated\u{2069}", "😀 𐍈 你好 سلام", "\none\ntwo\n\n", "=cmd|'/c calc'!A0",
    ])
    func `R44 hostile words come back inert on every page that shows them, and unchanged in their box`(
        text: String
    ) async throws {
        let stage = try Stage()
        try await stage.visit { visitor in
            let names = { (page: SeenPage) in page.document.tags.map { ($0.isEnd ? "/" : "") + $0.name } }
            let plain = try await visitor.toCheck("plain")
            let check = try await visitor.toCheck(text)
            #expect(names(check) == names(plain))
            let back = try await visitor.press("go=change-words", on: check)
            #expect(back.field("narrative") == text)
            stage.with { $0.failure = Refusal.tooMany }
            #expect(
                names(try await visitor.press("go=send", on: check))
                    == names(try await visitor.press("go=send", on: plain)))
            stage.with { $0.failure = nil }
            let slip = try await visitor.press("go=on", on: visitor.get("/return"), ["code": [text]])
            let plainSlip = try await visitor.press("go=on", on: visitor.get("/return"), ["code": ["plain"]])
            #expect(names(slip) == names(plainSlip))
        }
    }

    @Test func `each door of the home page, and each sign, leads somewhere`() async throws {
        try await Stage().visit { visitor in
            var paths: Set<String> = ["/"]
            var waiting = ["/"]
            while let path = waiting.popLast() {
                let page = try await visitor.get(path)
                #expect(page.status == .ok || path.hasSuffix("/leave"), "\(path)")
                for link in page.document.all("a") {
                    guard let href = link.attributes["href"], href.hasPrefix("/") else { continue }
                    let target = String(href.prefix { $0 != "#" })
                    if paths.insert(target).inserted { waiting.append(target) }
                }
            }
            #expect(
                paths.isSuperset(of: [
                    "/report", "/return", "/feedback", "/signs", "/report?s=9", "/keep", "/leaving", "/attack",
                ]))
        }
    }

    @Test func `the script that leaves is small, and knows no store, no network and no cookie`() async throws {
        try await Stage().visit { visitor in
            let link = try #require(await visitor.get("/").document.first("script")?.attributes["src"])
            let script = try await visitor.get(link)
            #expect(script.headers[.contentType] == "text/javascript; charset=utf-8")
            #expect(script.markup.split(separator: "\n").count <= 60)
            for word in ["fetch", "XMLHttp", "Beacon", "Storage", "cookie", "indexedDB", "WebSocket", "eval", "import"]
            {
                #expect(!script.markup.contains(word), "\(word)")
            }
        }
    }

    @Test func `the style sheet stays small and has the accent of the force`() async throws {
        try await Stage().visit { visitor in
            let link = try #require(await visitor.get("/").document.first("link")?.attributes["href"])
            let css = try await visitor.get(link)
            #expect(css.bytes.count <= 10 * 1024)
            #expect(css.markup.hasPrefix(":root{--accent-light:#1F5F5B"))
        }
    }
}
