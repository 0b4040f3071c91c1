import HeedCore
import HeedIntake
import HeedVault
import Testing

@Suite("What makes two sends one")
struct CanonicalContentTests {
    @Test("line ends and composition do not make another report")
    func normalises() {
        let typed = CanonicalContent(fields: [(name: "narrative", value: "caf\u{65}\u{301}\r\nlate\rnight\n")])
        let again = CanonicalContent(fields: [(name: "narrative", value: "caf\u{e9}\nlate\nnight\n")])
        #expect(typed == again)
    }

    @Test("a carriage return before a line feed is one line end, two line feeds are two")
    func lineEnds() {
        func canonical(_ text: String) -> [UInt8] { CanonicalContent(fields: [(name: "n", value: text)]).bytes }
        #expect(canonical("a\r\n\r\nb") == canonical("a\n\nb"))
        #expect(canonical("a\n\nb") != canonical("a\nb"))
        #expect(canonical("a\n\rb") == canonical("a\n\nb"))
    }

    @Test("the bytes are those of the format document")
    func vector() {
        let content = CanonicalContent(fields: [
            (name: "narrative", value: "A van."), (name: "empty", value: ""), (name: "sign", value: "2"),
        ])
        let expected: [UInt8] =
            [0, 0, 0, 9] + Array("narrative".utf8) + [0, 0, 0, 6] + Array("A van.".utf8) + [0, 0, 0, 4]
            + Array("sign".utf8) + [0, 0, 0, 1] + Array("2".utf8)
        #expect(content.bytes == expected)
        #expect(
            HeedVault.Hex.encode(content.sha256)
                == "0359f5d6df0842af88f8f681d88d0d3a03f5347d45da4c4878463cf32dc89f14")
    }

    @Test("answers count in the order of the form, whatever order they were given in")
    func order() {
        var one = Answers(.activity)
        one["narrative"] = ["x"]
        one["where"] = ["y"]
        var two = Answers(.activity)
        two["where"] = ["y"]
        two["narrative"] = ["x"]
        #expect(CanonicalContent(one) == CanonicalContent(two))
    }

    @Test("moving text from one field to the next makes another report")
    func boundaries() {
        let one = CanonicalContent(fields: [(name: "a", value: "bc"), (name: "d", value: "e")])
        let two = CanonicalContent(fields: [(name: "a", value: "b"), (name: "cd", value: "e")])
        #expect(one != two)
    }

    @Test("contact details are part of what was sent")
    func contact() {
        var one = Answers(.activity)
        one["narrative"] = ["x"]
        var two = one
        two["reach"] = ["07700 900123"]
        #expect(CanonicalContent(one) != CanonicalContent(two))
    }
}
