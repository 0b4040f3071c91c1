import HTTPTypes
import HeedContent
import HummingbirdCore
import Testing

@testable import HeedWeb

@Suite("Pages")
struct PageTests {
    private func fault(_ template: String, words: [String: String] = [:]) -> TemplateFault.Code? {
        do {
            _ = try Shelf(["page": template, "part": "x"], words: words)
            return nil
        } catch let fault as TemplateFault {
            return fault.code
        } catch {
            Issue.record("\(error)")
            return nil
        }
    }

    @Test(
        "a template that would go round the escaper is refused at start",
        arguments: [
            ("{{{text}}}", TemplateFault.Code.unescaped), ("{{&text}}", .unescaped), ("{{ & text}}", .unescaped),
            ("{{% CONTENT_TYPE:TEXT}}", .forbiddenTag), ("{{=<% %>=}}", .forbiddenTag), ("{{>*part}}", .forbiddenTag),
            ("{{<*part}}{{/*part}}", .forbiddenTag), ("<p title={{text}}>", .unquoted), ("<p {{text}}>", .unquoted),
            ("<p title='{{text}}'>", .unquoted), ("<input {{>part}}>", .unquoted),
            ("<script>{{text}}</script>", .insideScript), ("<STYLE>{{text}}</STYLE>", .insideScript),
            ("<!-- {{text}} -->", .insideScript), ("{{te xt}}", .badName), ("{{}}", .badName),
            ("{{text", .unfinishedTag),
            ("{{>none}}", .unknownPartial), ("{{t.page.none}}", .unknownWords), ("{{asset.none.css}}", .unknownAsset),
            ("{{#a}}", .notParsed), ("{{#a}}{{/b}}", .notParsed),
        ])
    func refused(template: String, code: TemplateFault.Code) {
        #expect(fault(template) == code)
    }

    @Test(
        "what templates need is allowed",
        arguments: [
            "<p title=\"{{text}}\">{{text}}</p>", "<input{{#on}} checked{{/on}}>", "{{>part}}", "{{! a note }}",
            "<script src=\"{{text}}\"></script><p>{{text}}", "<style></style>{{text}}", "<!-- x -->{{text}}",
            "{{#list}}{{^first()}}, {{/first()}}{{.}}{{/list}}", "a < b {{#x}}y{{/x}}",
            "<a href=\"/x?s={{text}}\">it's</a>",
        ])
    func allowed(template: String) {
        #expect(fault(template) == nil)
    }

    @Test("a fault names the template and the line")
    func line() {
        let error = #expect(throws: TemplateFault.self) { try Shelf(["page": "one\n{{! two\nthree }}\n{{{x}}}"]) }
        #expect(error.map { "\($0)" } == "page.mustache:4 writes a value without escaping it")
    }

    @Test("words stand where they are named, escaped, and their places take values of the model")
    func words() throws {
        let shelf = try Shelf(
            ["page": "<p title=\"{{t.page.due}}\">{{t.page.plain}}"],
            words: ["due": "Due by {date} <soon>", "plain": "Say & send"])
        #expect(
            try shelf.render("page", ["date": "<b>"]) == "<p title=\"Due by &lt;b&gt; &lt;soon&gt;\">Say &amp; send")
        #expect(shelf.pages.wordsUsed == ["page.due", "page.plain"])
    }

    @Test("each language has its own words, code and direction")
    func languages() throws {
        let templates = try Scratch(["page.mustache": "<html lang=\"{{lang}}\" dir=\"{{dir}}\">{{t.a.b}}"])
        let locales = try Scratch([
            "en/language.json": #"{"name": "English", "dir": "ltr"}"#, "en/a.json": #"{"b": "Send"}"#,
            "ur/language.json": #"{"name": "اردو", "dir": "rtl", "reviewed": "no"}"#, "ur/a.json": #"{"b": "بھیجیں"}"#,
        ])
        let pages = try PageLibrary(
            directories: [templates.path], catalogue: try Catalogue.load(directories: [locales.path]))
        #expect(try pages.render("page", in: "en") == "<html lang=\"en\" dir=\"ltr\">Send")
        #expect(try pages.render("page", in: "ur") == "<html lang=\"ur\" dir=\"rtl\">بھیجیں")
        #expect(throws: PageFault.noLanguage("pl")) { try pages.render("page", in: "pl") }
        #expect(throws: PageFault.noTemplate("x")) { try pages.render("x", in: "en") }
    }

    @Test("a page whose words a language does not have is not there in that language")
    func untranslated() throws {
        let templates = try Scratch([
            "journey.mustache": "{{t.journey.a}}", "signs.mustache": "{{>sign}}", "sign.mustache": "{{t.signs.a}}",
        ])
        let locales = try Scratch([
            "en/language.json": #"{"name": "English", "dir": "ltr"}"#, "en/journey.json": #"{"a": "Send"}"#,
            "en/signs.json": #"{"a": "Signs"}"#, "ur/journey.json": #"{"a": "بھیجیں"}"#,
            "ur/language.json": #"{"name": "اردو", "dir": "rtl", "reviewed": "no"}"#,
        ])
        let pages = try PageLibrary(
            directories: [templates.path], catalogue: try Catalogue.load(directories: [locales.path]))
        #expect(pages.untranslated(in: "ur") == ["signs", "sign"] && pages.untranslated(in: "en").isEmpty)
        #expect(try pages.render("journey", in: "ur") == "بھیجیں" && pages.render("signs", in: "en") == "Signs")
        #expect(throws: PageFault.noTemplate("signs")) { try pages.render("signs", in: "ur") }
    }

    @Test("what a person typed is never indented, however deep its box stands")
    func indentation() throws {
        let shelf = try Shelf([
            "page": "{{<layout}}\n    {{$main}}\n        {{>box}}\n    {{/main}}\n{{/layout}}\n",
            "layout": "<main>\n        {{$main}}{{/main}}\n</main>\n",
            "box": "    <textarea>\n{{text}}</textarea>\n",
        ])
        let html = try shelf.render("page", ["text": "one\n  two\nthree"])
        #expect(html.contains("<textarea>\none\n  two\nthree</textarea>"))
    }

    @Test("a name declared without a value hides the same name further out")
    func shadow() throws {
        struct Row { let hint: String? }
        struct Page {
            let hint: String
            let rows: [Row]
        }
        let html = try Shelf(["page": "{{#rows}}[{{hint}}{{^hint}}none{{/hint}}]{{/rows}}"])
            .render("page", Page(hint: "outer", rows: [Row(hint: nil), Row(hint: "own")]))
        #expect(html == "[none][own]")
    }

    @Test("a name that nothing declares is an error in tests, and a gap in service")
    func missing() throws {
        let templates = ["page": "a{{gone}}{{#also}}x{{/also}}b"]
        #expect(throws: PageFault.missingNames(template: "page", names: ["also", "gone"])) {
            try Shelf(templates).render()
        }
        #expect(try Shelf(templates, isStrict: false).render() == "ab")
    }

    @Test("the frame of a site is there on every page, and a page's own names win")
    func frame() throws {
        struct Frame {
            let hotline: String
            let title: String
        }
        let frame = try PageFrame(Frame(hotline: "0800", title: "Site"))
        let shelf = try Shelf(["page": "{{title}} {{hotline}}"])
        #expect(try shelf.render("page", ["title": "Own"], frame: frame) == "Own 0800")
        #expect(try shelf.render(frame: frame) == "Site 0800")
    }

    @Test("a model holds plain values only: nothing in it can act as a template or a function")
    func models() throws {
        enum Kind: String { case online }
        struct Plain {
            let text: Substring
            let count: Int
            let big: UInt64
            let on: Bool
            let kind: Kind
            let nested: [String: String]
        }
        let plain = Plain(text: "a", count: 1, big: 2, on: true, kind: .online, nested: ["x": "y"])
        let shelf = try Shelf(["page": "{{text}}{{count}}{{big}}{{#on}}!{{/on}}{{kind}}{{nested.x}}"])
        #expect(try shelf.render("page", plain) == "a12!onliney")
        struct Acting { let text: @Sendable (String) -> String }
        struct Deep { let text: [Acting] }
        #expect(throws: PageFault.self) { try shelf.render("page", Acting(text: { $0 })) }
        #expect(throws: PageFault.self) { try shelf.render("page", Deep(text: [Acting(text: { $0 })])) }
        #expect(throws: PageFault.self) { try shelf.render("page", ["text": 1.5]) }
    }

    @Test(
        "R06: a padded page's length says only how many steps it fills",
        arguments: [0, 1, 100, 16_383, 16_384, 16_385, 40_000])
    func padding(length: Int) {
        let page = HTMLPage(String(repeating: "a", count: length), length: .padded)
        #expect(page.count % HTMLPage.bucket == 0)
        #expect(page.count - length < HTMLPage.bucket)
        #expect(page.response.headers[.contentLength] == "\(page.count)")
        #expect(HTMLPage(String(repeating: "a", count: length)).count == length)
        #expect(HTMLPage(String(repeating: "a", count: length), length: .wide).count == max(32 * 1024, page.count))
    }

    @Test("a template that exists twice, or a folder that is not there, is refused")
    func folders() throws {
        let (one, two) = (try Scratch(["a/page.mustache": "1"]), try Scratch(["a/page.mustache": "2"]))
        let locales = try Scratch(["en/language.json": #"{"name": "English", "dir": "ltr"}"#])
        let catalogue = try Catalogue.load(directories: [locales.path])
        #expect(try PageLibrary(directories: [one.path], catalogue: catalogue).names == ["a/page"])
        #expect(throws: TemplateFault.self) {
            try PageLibrary(directories: [one.path, two.path], catalogue: catalogue)
        }
        #expect(throws: TemplateFault.self) { try PageLibrary(directories: ["/nonexistent"], catalogue: catalogue) }
    }
}
