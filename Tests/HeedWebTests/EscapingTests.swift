import Testing

@testable import HeedWeb

@Suite("Escaping")
struct EscapingTests {
    /// A prepended mark joins `<` in one grapheme cluster, a combining mark joins the quote: neither may hide them.
    static let hostile = "\u{600}<script>alert(1)</script> \"\u{301} onfocus='\u{301}x' & \u{D4E}<b>"
    static let inert =
        "\u{600}&lt;script&gt;alert(1)&lt;/script&gt; &quot;\u{301} onfocus=&#39;\u{301}x&#39; &amp; \u{D4E}&lt;b&gt;"

    @Test("a bracket or quote that hides in a grapheme cluster is escaped")
    func clusters() {
        #expect(Array(HTMLEscaping.escaped(Self.hostile).utf8) == Array(Self.inert.utf8))
    }

    @Test(
        "hostile text comes out inert on every way through the engine",
        arguments: [
            "{{text}}",
            "<p title=\"{{text}}\">",
            "{{#items}}{{name}}{{/items}}",
            "{{#items}}{{>part}}{{/items}}",
            "{{>outer}}",
            "{{^absent}}{{text}}{{/absent}}",
            "{{<layout}}{{$main}}{{text}}{{/main}}{{/layout}}",
            "{{<layout}}{{$main}}{{>outer}}{{/main}}{{/layout}}",
            "{{<layout}}{{/layout}}",
            "{{<layout}}{{$main}}{{#items}}{{>part}}{{/items}}{{/main}}{{/layout}}",
        ])
    func everyWay(template: String) throws {
        struct Item { let name: String }
        struct Page {
            let text: String
            let items: [Item]
            let absent: String?
        }
        let shelf = try Shelf([
            "page": template,
            "part": "{{name}}",
            "outer": "{{>inner}}",
            "inner": "{{text}}",
            "layout": "<main>{{$main}}{{text}}{{/main}}</main>",
        ])
        let html = try shelf.render("page", Page(text: Self.hostile, items: [Item(name: Self.hostile)], absent: nil))
        #expect(html.utf8.firstRange(of: Self.inert.utf8) != nil)
        #expect(html.utf8.firstRange(of: "<script".utf8) == nil)
    }

    @Test("text that is a template is shown, not run")
    func templateSyntax() throws {
        let html = try Shelf(["page": "{{text}}"]).render("page", ["text": "{{secret}} {{{x}}} {{>page}}"])
        #expect(html == "{{secret}} {{{x}}} {{&gt;page}}")
    }

    @Test("what HTML does not allow as input is replaced, and what it allows is kept")
    func controls() {
        let forbidden = [0x00, 0x01, 0x0B, 0x7F, 0x9F, 0xFFFE, 0xFFFF, 0xFDD0, 0xFDEF, 0x1FFFF, 0x10FFFE]
            .map { Unicode.Scalar($0 as UInt32)! }
        for scalar in forbidden { #expect(HTMLEscaping.escaped("a\(scalar)z") == "a\u{FFFD}z") }
        let kept = "\t\r\n\u{C}\u{A0}é\u{1F600}\u{FFFD}\u{10FFFD}"
        #expect(HTMLEscaping.escaped(kept) == kept)
    }

    @Test("every scalar comes out as itself, an entity or U+FFFD")
    func everyScalar() {
        for value in UInt32(0)...0x10FFFF {
            guard let scalar = Unicode.Scalar(value) else { continue }
            let out = HTMLEscaping.escaped(String(scalar)).unicodeScalars
            if out.count == 1 {
                #expect(out.first == scalar || out.first == "\u{FFFD}")
                #expect(!"<>&\"'".unicodeScalars.contains(out.first!))
            } else {
                #expect("<>&\"'".unicodeScalars.contains(scalar) && out.first == "&" && out.last == ";")
            }
        }
    }

    @Test("what turns the direction of text is shown by its number")
    func bidi() {
        #expect(InertText.shown("plate \u{202E}321 DE\u{202C}") == "plate ⟦U+202E⟧321 DE⟦U+202C⟧")
        #expect(InertText.shown("می\u{200C}خواهم") == "می\u{200C}خواهم")
        #expect(InertText.shown("a\u{E0041}b\u{FEFF}") == "a⟦U+E0041⟧b⟦U+FEFF⟧")
    }
}
