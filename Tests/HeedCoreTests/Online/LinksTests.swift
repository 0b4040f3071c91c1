import HeedCore
import Testing

@Suite("Addresses of online material")
struct LinksTests {
    @Test(
        "an address is shown so that nothing makes a link of it",
        arguments: [
            ("https://example.test/a?b=c#d", "hxxps://example[.]test/a?b=c#d"),
            ("http://example.test", "hxxp://example[.]test"),
            ("HTTPS://EXAMPLE.TEST", "HXXPS://EXAMPLE[.]TEST"),
            ("hTtP://example.test", "hXxP://example[.]test"),
            ("http:example.test", "hxxp:example[.]test"),
            ("www.example.test:8080", "www[.]example[.]test:8080"),
            ("https://archive.test/https://example.test/", "hxxps://archive[.]test/hxxps://example[.]test/"),
            ("(https://example.test)", "(hxxps://example[.]test)"),
            ("ftp://example.test", "ftp[:]//example[.]test"),
            ("magnet:?xt=urn:made-up", "magnet[:]?xt=urn:made-up"),
            ("mailto:somebody@example.test", "mailto[:]somebody[@]example[.]test"),
            ("203.0.113.9/x", "203[.]0[.]113[.]9/x"),
            ("http://[2001:db8::1]/", "hxxp://[2001:db8::1]/"),
            ("example。test", "example[。]test"),
            ("hxxps://example[.]test", "hxxps://example[.]test"),
            ("Channel: made up", "Channel: made up"),
            ("مثال.test", "مثال[.]test"),
            ("", ""),
        ])
    func defanged(typed: String, shown: String) {
        #expect(TypedLink(typed).defanged == shown)
        #expect(TypedLink(shown).defanged == shown, "once is enough")
    }

    @Test("no address shown has anything left that a program follows")
    func nothingLeft() {
        let schemes = ["", "http://", "https://", "HtTpS://", "ftp://", "tg://", "http:", "view-source:http://", "//"]
        let hosts = [
            "example.test", "a.b.example.test", "192.0.2.1", "me@example.test", "example．test", "example.test.", "..",
            "xn--made.test",
        ]
        let tails = [
            "", "/", "/a.b", "?u=http://example.test", "#x@y.test", ":80/a", "/https://a.test.", "\u{202E}.test",
        ]
        for scheme in schemes {
            for host in hosts {
                for tail in tails {
                    let typed = scheme + host + tail
                    let shown = TypedLink(typed).defanged
                    var bare = shown
                    for mark in [".", "．", "@", ":"] {
                        bare = bare.replacing("[\(mark)]", with: "")
                    }
                    #expect(!bare.contains(".") && !bare.contains("．") && !bare.contains("@"), "\(typed)")
                    #expect(
                        bare.lowercased().replacing("hxxps://", with: "").replacing("hxxp://", with: "").contains("://")
                            == false, "\(typed)")
                    #expect(!bare.lowercased().contains("http"), "\(typed)")
                    // And nothing is lost: taking the marks away gives what was typed.
                    var back = shown
                    for mark in [".", "．", "@", ":"] { back = back.replacing("[\(mark)]", with: mark) }
                    back = back.replacing("hxxp", with: "http").replacing("HxXpS", with: "HtTpS")
                    #expect(back == typed)
                }
            }
        }
    }

    @Test("each address on a line is one, as it was typed; a line without any is one as a whole")
    func lines() {
        let text = """
              https://example.test/a).  and http://example.test/b
            channel made-up on a messenger

            e.g. at 3.5 minutes
            @somebody
            see www.example.test, please
            198.51.100.7
            example[.]test
            """
        #expect(
            Links(in: text).all.map(\.typed.value) == [
                "https://example.test/a).", "http://example.test/b", "channel made-up on a messenger",
                "e.g. at 3.5 minutes", "@somebody", "www.example.test,", "198.51.100.7", "example[.]test",
            ])
    }

    @Test("ten are kept, the rest is counted, and the same one twice is one")
    func most() {
        let ten = (1...10).map { "https://example.test/\($0)" }
        let exactly = Links(in: ten.joined(separator: "\n") + "\n" + ten[3])
        #expect(exactly.all.map(\.typed.value) == ten && exactly.more == 0)
        let over = Links(in: (ten + ["https://example.test/11", "https://example.test/12"]).joined(separator: " "))
        #expect(over.all.map(\.typed.value) == ten && over.more == 2)
        #expect(Links(in: " \n\u{200B}\n\t").all.isEmpty)
        #expect(Links(in: "https://example.test/A\r\nhttps://example.test/a").all.count == 2)
    }

    @Test("what was typed is never printed by accident")
    func unprinted() {
        let links = Links(in: "https://canary.test/secret")
        #expect(!"\(links)".contains("canary") && !String(reflecting: links.all[0]).contains("canary"))
    }
}
