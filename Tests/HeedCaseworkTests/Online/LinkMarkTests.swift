import HeedCore
import Testing

@testable import HeedCasework

@Suite("Marks of addresses")
struct LinkMarkTests {
    @Test(
        "the vectors of Docs/formats/card.md",
        arguments: [
            ("https://www.Example.invalid/film/", 0x6b6a_9e6e_c96c_f6cb as UInt64),
            ("@made_up_channel", 0xaf06_9825_a901_f9c4),
            ("hxxp://203[.]0[.]113[.]9/x", 0x100a_14f5_3678_da79),
        ])
    func vectors(typed: String, mark: UInt64) {
        #expect(LinkMark(of: TypedLink(typed)).value == mark)
    }
}
