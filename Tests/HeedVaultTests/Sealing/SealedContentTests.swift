import HeedVault
import Testing

@Suite("Sealed content")
struct SealedContentTests {
    @Test("meta and content come back as they went in, at every length around a padding edge")
    func roundTrip() throws {
        for count in Array(0...40) + Array(4070...4110) + [16_370, 16_384, 65_530, 65_536, 200_000] {
            let content = SealedContent(
                meta: Array(#"{"v":1}"#.utf8), content: [UInt8](repeating: count % 2 == 0 ? 0x80 : 0, count: count))
            let bytes = try content.encode(.text)
            #expect(try SealedContent(decoding: bytes) == content)
            #expect(bytes.count == (try Padding.text.length(for: 4 + 7 + count + 1)))
        }
    }

    @Test("the layout is the documented one")
    func layout() throws {
        let bytes = try SealedContent(meta: [0x7B, 0x7D], content: [0x68, 0x69]).encode(.contact)
        #expect(bytes.prefix(10) == [0, 0, 0, 2, 0x7B, 0x7D, 0x68, 0x69, 0x80, 0])
        #expect(bytes.count == 4096 && bytes.dropFirst(9).allSatisfy { $0 == 0 })
    }

    @Test(
        "bytes without the mark, or with a length that points outside, are malformed",
        arguments: [[], [0, 0, 0, 0], [0, 0, 0, 0x80], [0, 0, 0, 1, 0x80], [0xFF, 0xFF, 0xFF, 0xFF, 0x80, 0]])
    func malformed(bytes: [UInt8]) {
        #expect(refused { () throws(VaultError) in try SealedContent(decoding: bytes) } == .malformed)
    }

    @Test("content is never printed")
    func unprintable() {
        let content = SealedContent(meta: Array("meta".utf8), content: Array("QUOKKA".utf8))
        var dumped = ""
        dump(content, to: &dumped)
        for text in ["\(content)", String(reflecting: content), dumped] { #expect(text.contains("not shown")) }
        #expect(!dumped.contains("\(UInt8(ascii: "Q"))"))
    }
}
