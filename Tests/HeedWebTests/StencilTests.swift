import Testing

@testable import HeedWeb

@Suite("A page drawn once with gaps")
struct StencilTests {
    private let stencil = Stencil(
        "<p title=\"\(Stencil.gap("name"))\">\(Stencil.gap("words")) and \(Stencil.gap("name"))</p>")

    @Test("shows each gap's own text, as often as the gap is there")
    func filled() {
        #expect(stencil.filled(["name": .text("A"), "words": .text("B")]).html == "<p title=\"A\">B and A</p>")
    }

    @Test("leaves a gap empty that nothing was said for")
    func empty() {
        #expect(stencil.filled(["name": .text("A")]).html == "<p title=\"A\"> and A</p>")
        #expect(Stencil("no gap").filled([:]).html == "no gap")
    }

    @Test("escapes what was typed, also where it joins a cluster")
    func escaped() {
        let hostile = "\u{600}<script>\"\u{301}&'\0"
        let html = stencil.filled(["name": .text(hostile), "words": .markup(.none)]).html
        #expect(!html.contains("<script") && !html.utf8.contains(0))
        #expect(html.contains("title=\"\u{600}&lt;script&gt;&quot;\u{301}&amp;&#39;\u{FFFD}\""))
    }

    @Test("shows a typed gap as words: it opens none")
    func typedGap() {
        let typed = Stencil.gap("name")
        let html = stencil.filled(["words": .text(typed), "name": .text("A")]).html
        #expect(html == "<p title=\"A\">\(typed) and A</p>")
    }

    @Test("is drawn by the engine with its gaps unharmed, beside braces that open nothing")
    func drawn() throws {
        let shelf = try Shelf(["page": "<p>{{text}}</p>{{part}}"])
        let model = ["text": Stencil.gap("text"), "part": Stencil.gap("part")]
        let stencil = try shelf.pages.stencil("page", model, in: "en")
        let part = stencil.filled(["text": .text("{{text}}"), "part": .markup(.none)])
        #expect(part.html == "<p>{{text}}</p>")
    }
}
