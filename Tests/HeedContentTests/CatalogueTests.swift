import FoundationEssentials
import HeedContent
import Testing

@Suite("Catalogue")
struct CatalogueTests {
    private static let english = #"{"name": "English", "dir": "ltr"}"#
    private static let urdu = #"{"name": "اردو", "dir": "rtl", "reviewed": "no"}"#

    private func load(_ trees: [String: String]...) throws -> Catalogue {
        var directories: [String] = []
        defer { for path in directories { try? FileManager.default.removeItem(atPath: path) } }
        for files in trees {
            let root = FileManager.default.temporaryDirectory.path + "/heed-" + UUID().uuidString
            directories.append(root)
            for (name, text) in files {
                let url = URL(filePath: root + "/" + name)
                try FileManager.default.createDirectory(
                    at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
                try Data(text.utf8).write(to: url)
            }
        }
        return try Catalogue.load(directories: directories)
    }

    @Test("words are found by feature and key, with their places filled")
    func lookup() throws {
        let catalogue = try load([
            "en/language.json": Self.english, "en/report.json": #"{"due": "Due by {date}.", "send": "Send"}"#,
            "ur/language.json": Self.urdu, "ur/report.json": #"{"due": "{date} تک", "send": "بھیجیں"}"#,
        ])
        #expect(catalogue.languages.map(\.code) == ["en", "ur"])
        #expect(catalogue.first.text("report.due", ["date": "28 November"]) == "Due by 28 November.")
        let urdu = try #require(catalogue.words(in: "ur"))
        #expect(urdu.language == Language(code: "ur", direction: .rightToLeft, name: "اردو", isReviewed: false))
        #expect(urdu.text("report.send") == "بھیجیں")
        #expect(catalogue.words(in: "pl") == nil)
    }

    @Test("a language with a key missing does not load, and says which")
    func missing() {
        #expect(throws: CatalogueFault.missing(language: "ur", keys: ["report.back", "report.send"])) {
            try load([
                "en/language.json": Self.english, "en/report.json": #"{"a": "A", "back": "Back", "send": "Send"}"#,
                "ur/language.json": Self.urdu, "ur/report.json": #"{"a": "ا"}"#,
            ])
        }
    }

    @Test("a language has a guidance page whole or not at all, and the journey always")
    func scopes() throws {
        let english = [
            "en/language.json": Self.english, "en/signs.json": #"{"a": "A", "b": "B"}"#,
            "en/journey.json": #"{"a": "A"}"#, "en/desk-act.json": #"{"a": "A"}"#,
        ]
        let urdu = ["ur/language.json": Self.urdu, "ur/journey.json": #"{"a": "ا"}"#]
        let words = try #require(try load(english.merging(urdu) { $1 }).words(in: "ur"))
        #expect(words.keys == ["journey.a"])
        #expect(throws: CatalogueFault.missing(language: "ur", keys: ["signs.b"])) {
            try load(english.merging(urdu) { $1 }.merging(["ur/signs.json": #"{"a": "ا"}"#]) { $1 })
        }
        #expect(throws: CatalogueFault.missing(language: "ur", keys: ["journey.a"])) {
            try load(english.merging(["ur/language.json": Self.urdu]) { $1 })
        }
        #expect(throws: CatalogueFault.firstLanguageOnly(language: "ur", keys: ["desk-act.a"])) {
            try load(english.merging(urdu) { $1 }.merging(["ur/desk-act.json": #"{"a": "ا"}"#]) { $1 })
        }
    }

    @Test("every feature that is shipped belongs to exactly one scope, and every scope names features that are there")
    func scopesAreExact() throws {
        let folder = try ContentFolder.locate("Locales", of: "HeedContent") + "/en"
        let features = Set(
            try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(".json") }
                .map { String($0.dropLast(".json".count)) }
        ).subtracting(["language"])
        for feature in features { #expect(Scope.all.count { $0.covers(feature) } == 1, "\(feature)") }
        for feature in Scope.all.flatMap(\.features) { #expect(features.contains(feature), "\(feature)") }
    }

    @Test("a site offers the first language and those it is told to")
    func offering() throws {
        let catalogue = try load([
            "en/language.json": Self.english, "en/a.json": #"{"b": "c"}"#,
            "ur/language.json": Self.urdu, "ur/a.json": #"{"b": "ا"}"#,
        ])
        #expect(catalogue.offering([]).languages.map(\.code) == ["en"])
        #expect(catalogue.offering([]).words(in: "ur") == nil)
        #expect(catalogue.offering(["ur"]).words(in: "ur")?.text("a.b") == "ا")
    }

    @Test("who reviewed a language is known by the name it gives, and nobody is nobody")
    func reviewer() throws {
        let welsh = #"{"name": "Cymraeg", "dir": "ltr", "reviewed": "A. Example, 2026-11-20"}"#
        let languages = try load([
            "en/language.json": Self.english, "en/a.json": "{}", "ur/language.json": Self.urdu, "ur/a.json": "{}",
            "cy/language.json": welsh, "cy/a.json": "{}",
        ]).languages
        let reviewers = Dictionary(uniqueKeysWithValues: languages.map { ($0.code, $0.reviewer) })
        #expect(reviewers == ["en": nil, "ur": nil, "cy": "A. Example, 2026-11-20"])
        #expect(Set(languages.filter(\.isReviewed).map(\.code)) == ["en", "cy"])
    }

    @Test("a translation says who reviewed it, or that nobody has")
    func reviewed() {
        #expect(throws: CatalogueFault.self) {
            try load([
                "en/language.json": Self.english, "en/a.json": #"{"b": "c"}"#,
                "ur/language.json": #"{"name": "اردو", "dir": "rtl"}"#, "ur/a.json": #"{"b": "ا"}"#,
            ])
        }
    }

    @Test("a key that only a translation or an overlay has is refused as a slip")
    func unknown() {
        #expect(throws: CatalogueFault.unknown(language: "ur", keys: ["report.sned"])) {
            try load([
                "en/language.json": Self.english, "en/report.json": #"{"send": "Send"}"#,
                "ur/language.json": Self.urdu, "ur/report.json": #"{"send": "بھیجیں", "sned": "x"}"#,
            ])
        }
        #expect(throws: CatalogueFault.unknown(language: "en", keys: ["report.sned"])) {
            try load(
                ["en/language.json": Self.english, "en/report.json": #"{"send": "Send"}"#],
                ["en/report.json": #"{"sned": "Send it"}"#])
        }
    }

    @Test("a translation fills in the same places as the first language")
    func places() {
        #expect(throws: CatalogueFault.placeholdersDiffer(language: "ur", keys: ["report.due"])) {
            try load([
                "en/language.json": Self.english, "en/report.json": #"{"due": "Due by {date}."}"#,
                "ur/language.json": Self.urdu, "ur/report.json": #"{"due": "{day}"}"#,
            ])
        }
    }

    @Test("words are not templates", arguments: ["{{x}}", "{", "}", "{}", "{a b}", "{{{x}}}", "a } b", "{#x}"])
    func braces(text: String) {
        #expect(throws: CatalogueFault.braces(language: "en", keys: ["a.b"])) {
            try load(["en/language.json": Self.english, "en/a.json": "{\"b\": \"\(text)\"}"])
        }
    }

    @Test("a force rewords a key by laying its own file over ours")
    func overlay() throws {
        let catalogue = try load(
            ["en/language.json": Self.english, "en/site.json": #"{"name": "Heed", "home": "Home"}"#],
            ["en/site.json": #"{"name": "Exampleshire"}"#])
        #expect(catalogue.first.text("site.name") == "Exampleshire")
        #expect(catalogue.first.text("site.home") == "Home")
    }

    @Test("a key that code will ask for is asked for at start")
    func required() throws {
        let catalogue = try load(["en/language.json": Self.english, "en/a.json": #"{"b": "c"}"#])
        try catalogue.require(["a.b"])
        #expect(throws: CatalogueFault.missing(language: "en", keys: ["a.x", "a.y"])) {
            try catalogue.require(["a.y", "a.b", "a.x"])
        }
    }

    @Test("a file that is not a flat object of texts, or a language without direction, is named")
    func unreadable() {
        #expect(throws: CatalogueFault.self) {
            try load(["en/language.json": Self.english, "en/a.json": #"{"b": {"c": "d"}}"#])
        }
        #expect(throws: CatalogueFault.self) { try load(["en/language.json": #"{"name": "English"}"#]) }
        #expect(throws: CatalogueFault.noDirectory("/nonexistent")) {
            try Catalogue.load(directories: ["/nonexistent"])
        }
    }

    @Test("the words that are shipped load, and every language is whole")
    func shipped() throws {
        let catalogue = try Catalogue.load(directories: [ContentFolder.locate("Locales", of: "HeedContent")])
        #expect(catalogue.languages.first?.code == "en")
    }

    @Test("a content directory that lacks the folder is passed over for the one beside the program")
    func locate() throws {
        let found = try ContentFolder.locate("Locales", of: "HeedContent", contentDirectory: "/nonexistent")
        #expect(found.hasSuffix("Locales"))
        #expect(throws: ContentFolder.Missing.self) { try ContentFolder.locate("Locales", of: "Nothing") }
    }
}
