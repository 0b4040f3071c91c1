import HeedContent
import Testing

@testable import HeedWeb

/// Guidance as HTML: escaped, checked, and inert.
@Suite struct PageWriterTests {
    private static let head = """
        ---
        title: A page
        topic: Page
        owner: Web editor
        source: the force's page
        reviewed: 2026-11-22
        review-by: 2027-05-22
        group: about
        fact x: until 2027-01-01; a source
        ---
        :::fact x
        Only for now.
        :::

        """

    private func write(_ text: String, isGood: Bool = false) throws -> String {
        let page = try GuidancePage(Self.head + text, name: "page", file: "en/page.md")
        let writer = PageWriter(
            places: [
                "emergency": .telephone("999"), "hotline": .telephone("0800 789 321"),
                "force": .text("Peak & Dale <Police>"),
                "travelPage": .address("https://travel.example/?a=1&b=2"),
            ],
            link: {
                ["/signs": PageLink(href: "/ur/signs"), "/venues": PageLink(href: "/venues", language: "en")][$0]
            },
            part: { $0 == "film" ? Markup(html: "<video></video>\n") : nil },
            isGood: { _ in isGood })
        return try writer.write(page).html
    }

    @Test func `blocks become plain elements`() throws {
        #expect(
            try write(
                "## Words {#w}\n\n- one\n- two\n\n  more\n\n> Out.\n\n::film\n\n| A | B |\n|---|---|\n| c | d |\n")
                    == """
                    <h2 id="w">Words</h2>
                    <ul>
                    <li>one</li>
                    <li><p>two</p>
                    <p>more</p>
                    </li>
                    </ul>
                    <div class="notice">
                    <p>Out.</p>
                    </div>
                    <video></video>
                    <table>
                    <thead><tr><th scope="col">A</th><th scope="col">B</th></tr></thead>
                    <tbody>
                    <tr><th scope="row">c</th><td>d</td></tr>
                    </tbody>
                    </table>

                    """)
    }

    @Test func `numbers are links to call, except inside links and headings, and stand left to right`() throws {
        let number = "<bdi dir=\"ltr\">0800 789 321</bdi>"
        #expect(try write("Call {hotline}.") == "<p>Call <a href=\"tel:0800789321\">\(number)</a>.</p>\n")
        #expect(try write("## Call {hotline}") == "<h2>Call \(number)</h2>\n")
        #expect(try write("[Call {hotline}](/signs)") == "<p><a href=\"/ur/signs\">Call \(number)</a></p>\n")
    }

    @Test func `text, settings and addresses are escaped`() throws {
        #expect(
            try write("\"{force}\" & \\<b>") == "<p>&quot;Peak &amp; Dale &lt;Police&gt;&quot; &amp; &lt;b&gt;</p>\n")
        #expect(
            try write("[a]({travelPage}) [b](https://x.example/?c='d'&e)")
                == "<p><a href=\"https://travel.example/?a=1&amp;b=2\" rel=\"noreferrer\">a</a> "
                + "<a href=\"https://x.example/?c=&#39;d&#39;&amp;e\" rel=\"noreferrer\">b</a></p>\n")
        #expect(try write("[b](/venues)") == "<p><a href=\"/venues\" hreflang=\"en\">b</a></p>\n")
        #expect(try write("[So.]{so}") == "<p><span data-promise=\"so\">So.</span></p>\n")
    }

    @Test func `a fact is shown only while it is good`() throws {
        #expect(try write("").isEmpty)
        #expect(try write("", isGood: true) == "<p>Only for now.</p>\n")
    }

    @Test(
        arguments: [
            ("{nowhere}", .unknownPlace), ("[a]({force})", .unknownPlace), ("[a](/nowhere)", .unknownLink),
            ("[a](#nowhere)", .unknownLink), ("::nothing", .unknownPart),
        ] as [(String, ContentFault.Reason)])
    func `what is not there is a fault with its line`(text: String, reason: ContentFault.Reason) {
        let fault = #expect(throws: ContentFault.self) { try write("Words.\n\n" + text) }
        #expect(fault?.reason == reason && fault?.line == 16, "\(String(describing: fault))")
    }

    @Test func `markup is shown as it is and cannot act as a template`() throws {
        let html = "<b>{{secret}} {{{secret}}} {{#secret}}x{{/secret}}</b>"
        let shown = try Shelf(["page": "<p>{{body}}</p>"]).render("page", ["body": Markup(html: html), "secret": "S"])
        #expect(!shown.contains("S") && shown.contains("<p><b>") && !shown.contains("{{"))
    }
}
