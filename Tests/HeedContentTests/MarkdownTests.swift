import Testing

@testable import HeedContent

/// The subset of Markdown that pages are written in.
@Suite struct MarkdownTests {
    static let head = """
        ---
        title: A page
        topic: Page
        owner: Web editor
        source: the force's page
        reviewed: 2026-11-22
        review-by: 2027-05-22
        group: about
        ---

        """

    private func page(_ text: String) throws -> GuidancePage {
        try GuidancePage(Self.head + text, name: "page", file: "en/page.md")
    }

    @Test func `headings paragraphs and lists are read as they are written`() throws {
        let page = try page(
            """
            One line
            and its second.

            ## Heading
            ### Named {#run}

            - one
            - two
              goes on

              and has a paragraph
            - three

            1. first

            2. second

               - inner

            > Stands out.
            >
            > - with a list
            """)
        #expect(
            page.blocks == [
                .paragraph([.text("One line and its second.")]),
                .heading(level: 2, id: nil, words: [.text("Heading")]),
                .heading(level: 3, id: "run", words: [.text("Named")]),
                .list(
                    isOrdered: false,
                    items: [
                        [.paragraph([.text("one")])],
                        [.paragraph([.text("two goes on")]), .paragraph([.text("and has a paragraph")])],
                        [.paragraph([.text("three")])],
                    ]),
                .list(
                    isOrdered: true,
                    items: [
                        [.paragraph([.text("first")])],
                        [
                            .paragraph([.text("second")]),
                            .list(isOrdered: false, items: [[.paragraph([.text("inner")])]]),
                        ],
                    ]),
                .callout([
                    .paragraph([.text("Stands out.")]),
                    .list(isOrdered: false, items: [[.paragraph([.text("with a list")])]]),
                ]),
            ])
        #expect(page.marks.ids == [.init(name: "run", line: 14)])
    }

    @Test func `words may be strong, link, promise, and leave a place for a number`() throws {
        let page = try page(
            "Call **{emergency} now**. Read [the **signs**](/signs#one), or [travel advice]({travelPage}).\n"
                + "[We keep no address.]{not-address} \\*no\\* \\[x\\] a < b".replacing(" <", with: " \\<"))
        #expect(
            page.blocks == [
                .paragraph([
                    .text("Call "), .strong([.place("emergency"), .text(" now")]), .text(". Read "),
                    .link([.text("the "), .strong([.text("signs")])], to: "/signs#one"), .text(", or "),
                    .link([.text("travel advice")], to: "{travelPage}"), .text(". "),
                    .promise(id: "not-address", [.text("We keep no address.")]), .text(" *no* [x] a < b"),
                ])
            ])
        #expect(page.marks.links.map(\.name) == ["/signs#one", "{travelPage}"])
        #expect(page.marks.promises == [.init(name: "not-address", line: 11)])
        #expect(page.marks.places == [.init(name: "emergency", line: 10)])
    }

    @Test func `tables, parts and facts are read`() throws {
        let text = Self.head.replacing(
            "group: about", with: "group: about\nfact start: until 2027-03-31; GOV.UK, April 2026")
        let page = try GuidancePage(
            text + "| Tier | People |\n|------|--------|\n| Standard | 200 \\| more |\n\n::film\n\n"
                + ":::fact start\nIt starts in **spring**.\n:::\n", name: "page", file: "en/page.md")
        #expect(
            page.blocks == [
                .table(
                    header: [[.text("Tier")], [.text("People")]], rows: [[[.text("Standard")], [.text("200 | more")]]]),
                .part("film"),
                .fact("start", [.paragraph([.text("It starts in "), .strong([.text("spring")]), .text(".")])]),
            ])
    }

    @Test(
        arguments: [
            ("# One", 10, .heading), ("#### Four", 10, .heading), ("##No space", 10, .heading),
            ("Fine\n    code", 11, .indented), ("\tcode", 10, .indented), ("```\ncode\n```", 10, .code),
            ("`x`", 10, .code),
            ("a <b>bold</b>", 10, .html), ("<script>alert(1)</script>", 10, .html), ("<https://x.example>", 10, .html),
            ("Fish &amp; chips", 10, .entity), ("R&D, fish & chips; a&b", 10, nil), ("&#60;script;", 10, .entity),
            ("![a](b.png)", 10, .image), ("*soft*", 10, .emphasis), ("a_b", 10, .emphasis), ("** no**", 10, .emphasis),
            ("**open", 10, .unclosed), ("back\\slash", 10, .escape), ("line  \nbreak", 10, .lineBreak),
            ("[a][b]", 10, .bracket), ("[a]", 10, .bracket), ("a]", 10, .bracket), ("[a](b)", 10, .destination),
            ("[a](http://x.example)", 10, .destination), ("[a](javascript:alert(1))", 10, .destination),
            ("[a](//x.example)", 10, .destination), ("[a](https://x.example/\"x)", 10, .destination),
            ("[a [b](/c)](/d)", 10, .bracket), ("[a]{No}", 10, .bracket), ("{no name}", 10, .place),
            ("a } b", 10, .place),
            ("[a]{x}\n\n[b]{x}", 12, .twice), ("## A {#x}\n\n## B {#x}", 12, .twice),
            ("Words\n- item", 11, .blankLine), ("Words\n## Heading", 11, .blankLine), ("Words\n| a |", 11, .blankLine),
            ("Words\n=====", 11, .blankLine), ("---", 10, .rule), ("* star", 10, .bullet), ("2. two", 10, .bullet),
            ("1. one\n3. three", 11, .bullet), ("- one\nlazy", 11, .lazyLine), ("| a |\n| b |", 11, .table),
            ("| a | b |\n|---|---|\n| c |", 12, .table), ("| a |\n|---|", 10, .table), ("::No", 10, .part),
            (":::fact x\nopen", 10, .unclosed), (":::other x\n:::", 10, .part), (":::", 10, .part),
            (":::fact x\ny\n:::", 10, .unknownFact),
        ] as [(String, Int, ContentFault.Reason?)])
    func `what is outside the subset is a fault with its line`(
        text: String, line: Int, reason: ContentFault.Reason?
    ) throws {
        guard let reason else {
            #expect(throws: Never.self) { try page(text) }
            return
        }
        let fault = #expect(throws: ContentFault.self) { try page(text) }
        #expect(
            fault?.reason == reason && fault?.line == line && fault?.file == "en/page.md",
            "\(String(describing: fault))")
    }
}
