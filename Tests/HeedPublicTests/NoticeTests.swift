import HTTPTypes
import HeedCore
import HeedWeb
import Testing

@testable import HeedPublic

/// What the desk says stands on every page, and goes by itself.
@Suite struct NoticeTests {
    private static let english = NoticeWords(
        title: "Marker <title>", text: "Marker & words.\n\nMore of them.", act: "Marker act")

    private static func incident(
        _ stage: Stage, from start: Seconds = 0, to end: Seconds = 3_600, _ more: [String: NoticeWords] = [:]
    ) -> Notice {
        let now = stage.with { $0.now }
        return Notice(
            id: .random(), version: stage.with { $0.bulletin.version } + 1, kind: .incident,
            words: ["en": english].merging(more) { $1 }, start: now + start, end: now + end)
    }

    private static func alerts(_ page: SeenPage) -> [String] {
        page.document.all("section").filter { $0.attributes["class"]?.hasPrefix("alert ") == true }
            .map { page.document.content(of: $0) }
    }

    @Test func `an incident stands on every page and every error, before all else the page says`() async throws {
        let stage = try Stage(offered: ["ar", "bn", "cy", "ur"])
        let quiet = try await Tour.pages(stage)
        try await stage.publish([Self.incident(stage)])
        for ((name, page), before) in zip(try await Tour.pages(stage), quiet.map(\.page)) {
            let alert = try #require(Self.alerts(page).first, "\(name)")
            #expect(Self.alerts(before).isEmpty, "\(name)")
            for words in ["Incident in progress", "Marker &lt;title&gt;", "<p>More of them.</p>", "Marker act"] {
                #expect(alert.contains(words), "\(name) \(words)")
            }
            let (place, heading) = (page.markup.firstRange(of: "Marker"), page.markup.firstRange(of: "<h1"))
            #expect(try #require(place).lowerBound < #require(heading).lowerBound, "\(name)")
            let label = page.document.all("section").first?.attributes["aria-labelledby"] ?? ""
            #expect(page.document.withID(label)?.name == "h2", "\(name)")
            let ids = page.document.tags.compactMap { $0.attributes["id"] }
            #expect(Set(ids).count == ids.count, "\(name)")
            #expect(page.status == before.status && page.heading == before.heading, "\(name)")
            if !name.hasPrefix("/") { #expect(page.bytes.count == before.bytes.count + HTMLPage.bucket, "\(name)") }
        }
    }

    @Test func `the longest three notices take every page one step more, whatever the language`() async throws {
        let stage = try Stage(offered: ["ar", "bn", "cy", "ur"])
        let long = { (count: Int) in String(repeating: "ব", count: count / 3) }
        let words = NoticeWords(
            title: long(NoticeWords.titleLimit), text: long(NoticeWords.textLimit), act: long(NoticeWords.textLimit))
        let one = Self.incident(stage, ["bn": words, "en": words])
        try await stage.publish([one, one, one])
        try await stage.visit { visitor in
            for base in ["", "/bn", "/ur"] {
                for path in ["/report", "/return", "/nothing-here"] {
                    let page = try await visitor.get(base + path)
                    #expect(page.bytes.count == 2 * HTMLPage.bucket && Self.alerts(page).count == 3, "\(base)\(path)")
                }
            }
        }
    }

    @Test func `a language with words of its own shows them, any other the first language's, marked as such`()
        async throws
    {
        let stage = try Stage(offered: ["ar", "bn", "cy", "ur"])
        let urdu = NoticeWords(title: "نشان", text: "الفاظ", act: "دور رہیں")
        try await stage.publish([Self.incident(stage, ["ur": urdu])])
        for (base, own) in [("/ur", "نشان"), ("/ar", nil), ("/cy", nil)] as [(String, String?)] {
            for (name, page) in try await Tour.pages(stage, base: base) {
                let alert = try #require(Self.alerts(page).first, "\(base) \(name)")
                #expect(alert.contains(own ?? "Marker act"), "\(base) \(name)")
                #expect(alert.contains("<div lang=\"en\" dir=\"ltr\">") == (own == nil), "\(base) \(name)")
                #expect(!alert.contains("Incident in progress"), "the heading is the site's own: \(base) \(name)")
            }
        }
        try await stage.visit { visitor in
            let page = try await visitor.get("/ur/report")
            #expect(Self.alerts(page)[0].contains("\u{2066}"), "times of day are isolated from right to left")
        }
    }

    @Test func `a notice begins and ends by itself, to the millisecond`() async throws {
        let stage = try Stage(offered: ["ar", "bn", "cy", "ur"])
        try await stage.publish([Self.incident(stage, from: 10, to: 20)])
        let began = stage.with { $0.now }.milliseconds
        try await stage.visit { visitor in
            for (after, stands) in [(9_999, false), (10_000, true), (19_999, true), (20_000, false)] as [(Int64, Bool)]
            {
                stage.with { $0.now = Instant(milliseconds: began + after) }
                try await stage.board.look()
                for path in ["/", "/report", "/keep"] {
                    let page = try await visitor.get(path)
                    #expect(Self.alerts(page).isEmpty != stands, "\(path) after \(after)")
                }
                #expect(await stage.board.count == (stands ? 1 : 0))
            }
        }
        #expect(await stage.board.nextChange == nil)
    }

    @Test func `validators change with a notice, hold while it stands, and come back when it goes`() async throws {
        let stage = try Stage(offered: ["ar", "bn", "cy", "ur"])
        try await stage.visit { visitor in
            let path = "/attack"
            let tag = { try #require(await visitor.get(path).headers[.eTag]) }
            let quiet = try await tag()
            try await stage.publish([Self.incident(stage)])
            let stale = try await visitor.get(path, headers: [.ifNoneMatch: quiet])
            #expect(stale.status == .ok && Self.alerts(stale).count == 1)
            #expect(stale.headers[.cacheControl] == "no-cache")
            let loud = try await tag()
            #expect(loud != quiet)
            for _ in 0..<3 { try await stage.board.look() }
            #expect(try await visitor.get(path, headers: [.ifNoneMatch: loud]).status == .notModified)
            try await stage.publish([])
            #expect(try await tag() == quiet, "the same bytes have the same validator")
        }
    }

    @Test func `no page asks the store, and the desk is told once that a change stands`() async throws {
        let stage = try Stage(offered: ["ar", "bn", "cy", "ur"])
        try await stage.publish([Self.incident(stage)])
        let asked = stage.with { $0.bulletinAsked }
        _ = try await Tour.pages(stage)
        #expect(stage.with { $0.bulletinAsked } == asked)
        try await stage.board.look()
        #expect(stage.with { $0.shown } == [1])
        try await stage.publish([])
        #expect(stage.with { $0.shown } == [1, 2])
    }

    @Test func `where the store cannot be read, what was known stands until its end, and the failure is told`()
        async throws
    {
        struct Gone: Error {}
        let stage = try Stage(offered: ["ar", "bn", "cy", "ur"])
        try await stage.publish([Self.incident(stage, to: 10)])
        stage.with {
            $0.bulletinFailure = Gone()
            $0.bulletin = Bulletin(version: 9)
        }
        try await stage.visit { visitor in
            await #expect(throws: Gone.self) { try await stage.board.look() }
            let known = try await visitor.get("/")
            #expect(Self.alerts(known).count == 1)
            stage.wait(10)
            await #expect(throws: Gone.self) { try await stage.board.look() }
            let over = try await visitor.get("/")
            #expect(Self.alerts(over).isEmpty)
            #expect(stage.with { $0.shown } == [1])
        }
    }

    @Test func `information stands below an incident, and hostile words stay words`() async throws {
        let stage = try Stage(offered: ["ar", "bn", "cy", "ur"])
        let now = stage.with { $0.now }
        let hostile = NoticeWords(
            title: "</h2><script>x</script> {{title}}",
            text: "\" onclick=x </section> {{{state}}} {{#a}} {{\u{301}b}} {\u{301}{c}}")
        let information = Notice(
            id: .random(), version: 7, kind: .information, words: ["en": hostile], start: now, end: now + 60)
        try await stage.publish([information, Self.incident(stage)])
        for (name, page) in try await Tour.pages(stage) {
            let alerts = Self.alerts(page)
            #expect(alerts.count == 2 && alerts[0].contains("Marker act"), "\(name)")
            #expect(
                page.document.foreignScripts.isEmpty
                    && page.text.contains("</h2><script>x</script> &#123;&#123;title}}"),
                "\(name)")
            #expect(!alerts[1].contains("What to do now"), "\(name)")
        }
    }

    @Test func `the threat level is shown with its day, and disappears when it is too old`() async throws {
        let stage = try Stage(offered: ["ar", "bn", "cy", "ur"])
        let today = CalendarDay(stage.with { $0.now })
        let shown = "The threat level for the UK was severe on"
        try await stage.visit { visitor in
            #expect(try await visitor.get("/threat").text.contains("See the threat level now"))
            #expect(try await !visitor.get("/threat").text.contains("The threat level for the UK"))
            try await stage.publish([], threat: ThreatReading(level: .severe, asOf: today))
            let page = try await visitor.get("/threat")
            #expect(page.text.contains(shown) && page.text.contains("an attack is highly likely."))
            #expect(page.text.contains("\(today.day) ") && page.text.contains("\(today.year)"))
            #expect(Self.alerts(page).isEmpty)
            stage.with { $0.now = today.start + 14 * 86_400 + -1 }
            try await stage.board.look()
            #expect(try await visitor.get("/threat").text.contains(shown))
            stage.wait(1)
            try await stage.board.look()
            #expect(try await !visitor.get("/threat").text.contains("The threat level for the UK"))
        }
    }
}
