import HeedCore
import Testing

@Suite("Addresses compared")
struct PlainLinkTests {
    @Test(
        "what people type in different ways is one address",
        arguments: [
            [
                "https://example.test/a", "http://example.test/a", "HTTPS://Example.TEST/a", "www.example.test/a",
                "hxxps://example[.]test/a", "hXXp://example(.)test/a", "example.test/a/", "example.test/a#top",
                "(https://example.test/a).", "<https://example.test/a>,", "example。test/a",
            ],
            ["@Made_Up", "@made_up", "[@]made_up"],
            ["example.test", "https://www.example.test/", "Example.Test."],
        ])
    func same(typed: [String]) {
        #expect(Set(typed.map { TypedLink($0).plain }).count == 1, "\(typed.map { TypedLink($0).plain })")
    }

    @Test("what may lead elsewhere is another address")
    func different() {
        let typed = [
            "example.test", "example.test/a", "example.test/A", "example.test/a?v=1", "example.test/a?v=2",
            "one.example.test", "example.test:8080", "",
        ]
        #expect(Set(typed.map { TypedLink($0).plain }).count == typed.count)
    }

    @Test("addresses stand among words of any script, each once")
    func among() {
        let words = "Look at https://example.test/a, on مثال.test/b and again https://example.test/a, it is bad."
        #expect(
            Links.addresses(among: words).map(\.plain) == ["example.test/a", "مثال.test/b"])
        #expect(Links.addresses(among: "A channel called made up. Nothing else").isEmpty)
    }
}
