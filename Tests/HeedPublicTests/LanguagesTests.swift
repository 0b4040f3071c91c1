import Foundation
import HTTPTypes
import HeedContent
import HeedCore
import Testing

@testable import HeedPublic
@testable import HeedWeb

/// Rules for every language that is shipped, on every page that it has.
@Suite struct LanguagesTests {
    private static let catalogue = try! Catalogue.load(
        directories: [ContentFolder.locate("Locales", of: "HeedContent")])
    private static let others = Array(catalogue.languages.dropFirst())

    @Test(arguments: others)
    func `J08 R77 every page says its language and direction, and isolates numbers and codes`(
        language: Language
    ) async throws {
        for (name, page) in try await Tour.pages(in: language.code) {
            let root = try #require(page.document.first("html"))
            #expect(root.attributes["lang"] == language.code, "\(name)")
            #expect(root.attributes["dir"] == language.direction.rawValue, "\(name)")
            for number in ["999", "101", "0800 789 321"] {
                #expect(page.markup.contains("<bdi dir=\"ltr\">\(number)</bdi>"), "\(name)")
            }
            for tag in page.document.tags where tag.attributes["data-code"] != nil && !tag.isEnd {
                #expect(tag.name == "bdi" && tag.attributes["dir"] == "ltr", "\(name)")
            }
            #expect(!page.text.contains(where: { "٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹০১২৩৪৫৬৭৮৯੦੧੨੩੪੫੬੭੮੯".contains($0) }), "\(name)")
            #expect(page.markup.contains(Self.catalogue.words(in: language.code)!.text("site.unreviewed")), "\(name)")
        }
    }

    @Test(arguments: others)
    func `J09 no page of another language falls back to English, but where it says so`(
        language: Language
    ) async throws {
        let english = Self.catalogue.first
        let words = try #require(Self.catalogue.words(in: language.code))
        let own = words.keys.flatMap { Self.runs(words, $0) }.joined(separator: "\n")
        let shown = english.keys.filter { Scope.rule(of: Words.feature(of: $0)) != .firstLanguage }
        let foreign = Set(shown.flatMap { Self.runs(english, $0) })
            // The spelling alphabet's word for N is no month.
            .filter { $0.count >= 6 && !own.contains($0) && $0 != "November" }
        for (name, page) in try await Tour.pages(in: language.code) {
            let markup = Self.withoutMarkedEnglish(page.markup)
            for text in foreign where strstr(markup, text) != nil { Issue.record("\(name): \(text)") }
        }
    }

    @Test(arguments: others)
    func `a link to a page that is only there in English says so, in English words`(language: Language) async throws {
        try await Stage(offered: [language.code]).visit { visitor in
            var seen: Set<String> = ["/\(language.code)/"]
            var waiting = Array(seen)
            while let path = waiting.popLast() {
                let page = try await visitor.get(path)
                #expect(page.status == .ok, "\(path)")
                for link in page.document.all("a") {
                    guard let href = link.attributes["href"], href.hasPrefix("/"), !href.hasSuffix("/leave") else {
                        continue
                    }
                    let target = String(href.prefix { $0 != "#" })
                    if target.hasPrefix("/\(language.code)/") {
                        if seen.insert(target).inserted { waiting.append(target) }
                    } else if link.attributes["lang"] == nil {
                        #expect(link.attributes["hreflang"] == "en", "\(path) \(href)")
                        // A file to keep is no page: its link is in the words of the page that it stands on.
                        guard link.attributes["download"] == nil else { continue }
                        #expect(!Self.withoutMarkedEnglish(page.markup).contains("href=\"\(href)\""), "\(path) \(href)")
                    }
                }
            }
        }
    }

    @Test func `J25 each page of the journey fills the same steps of 16 KiB in every language`() async throws {
        var steps: [String: [Int: [String]]] = [:]
        for language in Self.catalogue.languages {
            // Kept pages hold nobody's answers: they are compressed, not padded.
            for (name, page) in try await Tour.pages(in: language.code) where page.headers[.eTag] == nil {
                let filler = page.field("fill")?.utf8.count ?? 0
                let own = page.bytes.reversed().drop { $0 == 0x0A }.count - filler
                if ProcessInfo.processInfo.environment["HEED_SIZES"] != nil { print("size", name, language.code, own) }
                // The filler may take 8 KiB.
                #expect(own <= page.bytes.count - 8 * 1024, "\(language.code) \(name): \(own) bytes")
                steps[name, default: [:]][page.bytes.count, default: []].append(language.code)
            }
        }
        for (name, sizes) in steps { #expect(sizes.count == 1, "\(name): \(sizes)") }
    }

    @Test(arguments: others)
    func `a translated page makes the same promises, and has the same places, headings and parts, as in English`(
        language: Language
    ) throws {
        let shelf = try Stage.shelf()
        let names = Set(shelf.pages(in: language.code).map(\.name))
        #expect(names.isSuperset(of: Scope.reporter.pages))
        for name in names {
            let page = try #require(shelf.page(name, in: language.code))
            let english = try #require(shelf.page(name, in: "en")?.marks)
            for marks in [\PageMarks.promises, \.places, \.ids, \.parts, \.links, \.facts] {
                let (own, same) = (page.marks[keyPath: marks].map(\.name), english[keyPath: marks].map(\.name))
                #expect(own.sorted() == same.sorted(), "\(page.file)")
            }
            #expect(page.head.group == shelf.page(name, in: "en")?.head.group)
        }
    }

    @Test func `a language without the pages that everybody needs does not start`() throws {
        let folder = try WordsTests.artificialLanguage()
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try FileManager.default.removeItem(atPath: folder + "/Pages/xx/keep.md")
        #expect(throws: StartupRefusal.self) { try Stage(languages: [folder]) }
    }

    @Test func `Welsh set equal publishes a page in both languages or in none`() async throws {
        var settings = Stage.settings
        settings.equalLanguages = ["cy"]
        try await Stage(settings: settings).visit { visitor in
            for name in try Stage.shelf().pages(in: "en").map(\.name) {
                let (english, welsh) = (try await visitor.get("/" + name), try await visitor.get("/cy/" + name))
                let isInBoth = try Stage.shelf().page(name, in: "cy") != nil
                #expect(english.status == (isInBoth ? .ok : .notFound) && welsh.status == english.status, "\(name)")
            }
            #expect(try await visitor.get("/cy/report").status == .ok)
            #expect(try await !visitor.get("/").markup.contains("href=\"/venues\""))
        }
        settings.equalLanguages = ["gd"]
        #expect(throws: StartupRefusal.self) { try Stage(settings: settings) }
    }

    /// What stands between the places of a text, as a page shows it.
    private static func runs(_ words: Words, _ key: String) -> [String] {
        words.phrase(key)?.parts.compactMap { part in
            guard case .words(let text) = part else { return nil }
            return HTMLEscaping.escaped(text.trimmingCharacters(in: .whitespaces))
        } ?? []
    }

    private static func withoutMarkedEnglish(_ markup: String) -> String {
        markup.replacing(#/<(ul|a|button|div)\b[^>]* lang="en"[^>]*>.*?<\/\1>/#.dotMatchesNewlines(), with: "")
    }
}
