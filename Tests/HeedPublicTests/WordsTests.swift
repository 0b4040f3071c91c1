import Foundation
import HeedContent
import HeedCore
import HeedWeb
import Testing

@testable import HeedPublic

/// The public words, and how pages behave in another language.
@Suite struct WordsTests {
    private static let features: Set = [
        "site", "home", "journey", "question", "option", "problem", "check", "sent", "return", "code", "date",
        "failure", "feedback", "online", "prevent", "protect", "engagement", "general", "ask", "signs", "answers",
        "film", "booklet", "map", "notice", "threat", "partner",
    ]
    private static let avoided: Set = [
        "suspect", "extremist", "informant", "tip", "intelligence", "case", "submit", "invalid", "mandatory",
        "untraceable", "guaranteed",
    ]

    private func words() throws -> Words {
        try Catalogue.load(directories: [ContentFolder.locate("Locales", of: "HeedContent")]).first
    }

    private func texts() throws -> [(key: String, text: String)] {
        let words = try words()
        return words.keys.filter { Self.features.contains(String($0.prefix { $0 != "." })) }.sorted().map { key in
            let phrase = words.phrase(key)!
            return (key, words.text(key, Dictionary(uniqueKeysWithValues: phrase.places.map { ($0, "0") })))
        }
    }

    @Test func `every word is used and every word used is there`() throws {
        let catalogue = try Catalogue.load(directories: [ContentFolder.locate("Locales", of: "HeedContent")])
        var assets = Assets()
        try assets.add([], named: "site.css")
        try assets.add([], named: "leave.js")
        let library = try PageLibrary(
            directories: [ContentFolder.locate("Templates", of: "HeedPublic")], catalogue: catalogue, assets: assets)
        let used = library.wordsUsed.union(SpokenKeys.all).union(SpokenKeys.optional)
        let there = Set(try texts().map(\.key))
        #expect(there.subtracting(used).sorted() == [])
        #expect(SpokenKeys.all.subtracting(there).sorted() == [])
    }

    @Test func `no sentence is longer than 25 words and none has a word that frightens or misleads`() throws {
        for (key, text) in try texts() {
            for sentence in text.split(separator: /[.?!:](\s|$)/) {
                #expect(sentence.split(separator: " ").count <= 25, "\(key)")
            }
            let words = text.lowercased().split { !$0.isLetter }.map(String.init)
            #expect(Self.avoided.isDisjoint(with: words), "\(key)")
            #expect(!text.lowercased().contains("don’t worry") && !text.lowercased().contains("your officer"), "\(key)")
        }
    }

    @Test func `no word of terror stands on a form or names a force`() throws {
        for (key, text) in try texts() {
            #expect(!text.lowercased().contains("terror"), "\(key)")
        }
        for (key, text) in try texts() { #expect(!text.contains("Derby"), "\(key)") }
    }

    @Test func `R07 the first page says what is kept, who reads and what anonymous means`() async throws {
        try await Stage().visit { visitor in
            let said = try await visitor.get("/report").text.lowercased()
            for words in [
                "officers read every report", "internet address", "cookies",
                "anonymous means that we do not know who you are",
                "confidential means", "if a life is at risk", "does not clear history",
            ] { #expect(said.contains(words), "\(words)") }
        }
    }

    @Test func `J08 J09 R77 a right-to-left language fills the page, keeps what was typed and isolates numbers`()
        async throws
    {
        let folder = try Self.artificialLanguage()
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let stage = try Stage(languages: [folder])
        try await stage.visit { visitor in
            let start = try await visitor.get("/report")
            let row = start.document.all("button").filter { $0.attributes["name"] == "lang" }
            #expect(row.last?.attributes["value"] == "xx" && row.last?.attributes["dir"] == "rtl")
            let words = try await visitor.press("danger=no", on: start)
            let switched = try await visitor.press("lang=xx", on: words, ["narrative": ["سيارة زرقاء"]])
            let root = try #require(switched.document.first("html"))
            #expect(root.attributes["lang"] == "xx" && root.attributes["dir"] == "rtl")
            #expect(switched.field("narrative") == "سيارة زرقاء")
            #expect(switched.action.hasPrefix("/xx/report"))
            #expect(switched.heading == "⟪What did you see or hear?⟫", "the same step")
            let check = try await visitor.press("go=skip", on: switched)
            #expect(
                check.document.tags.contains {
                    $0.name == "bdi" && $0.attributes["data-code"] != nil && $0.attributes["dir"] == "ltr"
                })
            let sent = try await visitor.press("go=send", on: check)
            #expect(sent.markup.contains("\u{2066}999\u{2069}"))
            #expect(stage.with { $0.reports.first?.language } == "xx")
        }
        for (name, page) in try await Tour.pages(stage, base: "/xx") {
            #expect(page.document.first("html")?.attributes["dir"] == "rtl", "\(name)")
            let isWide = ["⟪Check, then send⟫", "⟪What kind of thing was it?⟫"].contains(page.heading)
            if !name.hasPrefix("/") { #expect(page.bytes.count == (isWide ? 32 : 16) * 1024, "\(name)") }
            #expect(page.markup.contains("<bdi dir=\"ltr\">0800 789 321</bdi>"), "\(name)")
            #expect(page.document.all("h1").allSatisfy { page.document.content(of: $0).contains("⟪") }, "\(name)")
        }
    }

    /// The English words in brackets, right to left: shows any word that does not come from the catalogue.
    static func artificialLanguage() throws -> String {
        let base = try ContentFolder.locate("Locales", of: "HeedContent") + "/en"
        let folder = FileManager.default.temporaryDirectory.path + "/heed-words-\(UUID().uuidString)"
        let (words, pages) = (folder + "/Locales/xx", folder + "/Pages/xx")
        for place in [words, pages] {
            try FileManager.default.createDirectory(atPath: place, withIntermediateDirectories: true)
        }
        for name in Scope.reporter.pages {
            let file = try ContentFolder.locate("Pages", of: "HeedContent") + "/en/\(name).md"
            try String(contentsOfFile: file, encoding: .utf8).replacing(#/title: (.*)/#) { "title: ⟪\($0.1)⟫" }
                .write(toFile: pages + "/\(name).md", atomically: true, encoding: .utf8)
        }
        for file in try FileManager.default.contentsOfDirectory(atPath: base) where file.hasSuffix(".json") {
            guard Scope.rule(of: String(file.dropLast(".json".count))) != .firstLanguage else { continue }
            let data = try #require(FileManager.default.contents(atPath: base + "/" + file))
            var texts = try JSONDecoder().decode([String: String].self, from: data)
            if file == "language.json" {
                texts = ["name": "⟪⟫", "dir": "rtl", "reviewed": "no"]
            } else {
                texts = texts.mapValues { "⟪\($0)⟫" }
            }
            try JSONEncoder().encode(texts).write(to: URL(fileURLWithPath: words + "/" + file))
        }
        return folder
    }
}
