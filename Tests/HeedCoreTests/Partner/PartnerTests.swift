import HeedCore
import Testing

@Suite("Partners")
struct PartnerTests {
    private let life = PartnerLife(interval: 86_400)

    @Test("a code lives for seven days from its first use, and for thirty if nobody uses it")
    func lifetimes() {
        #expect(!life.isOver(made: 10, firstUsed: nil, in: 39) && life.isOver(made: 10, firstUsed: nil, in: 40))
        #expect(!life.isOver(made: 10, firstUsed: 39, in: 45) && life.isOver(made: 10, firstUsed: 39, in: 46))
        #expect(life.last(made: 10, firstUsed: 39, in: 40) == 45)
    }

    @Test("no length of a batch lets a code live for more than a week after its first use")
    func neverLonger() {
        for interval in [600, 3_600, 86_400, 100_000, 7 * 86_400] {
            let life = PartnerLife(interval: interval)
            let last = life.last(made: 0, firstUsed: 5, in: 5)
            #expect((last - 5 + 1) * interval <= 7 * 86_400, "\(interval)")
            #expect(!life.isOver(made: 0, firstUsed: 5, in: last) && life.isOver(made: 0, firstUsed: 5, in: last + 1))
        }
    }

    @Test("holding nothing needs no words; the other two answers do")
    func words() {
        for kind in PartnerAnswer.Kind.allCases {
            let problems = PartnerAnswer(kind: kind, words: " \n").problems
            #expect(problems.isEmpty == (kind == .nothing), "\(kind)")
            #expect(PartnerAnswer(kind: kind, words: "Words").problems.isEmpty)
        }
        let long = PartnerAnswer(kind: .nothing, words: String(repeating: "x", count: Form.textLimit + 1))
        #expect(long.problems == [FieldProblem(field: "words", key: "problem.too-long")])
    }

    @Test("what a partner wrote is printed nowhere")
    func redacted() {
        #expect(!"\(PartnerAnswer(kind: .told, words: "zebra"))".contains("zebra"))
    }

    @Test("what is signed is what the format says")
    func proof() {
        let request = RecordID(bytes: Array(0x10..<0x20))!
        let message = PartnerProof.answer(to: request, kind: .told, wordsSHA256: [UInt8](repeating: 7, count: 32))
        #expect(
            message == Array("heed-partner-answer/v1".utf8) + request.bytes + Array("told\0".utf8)
                + [UInt8](repeating: 7, count: 32))
        #expect(
            PartnerProof.request(request, envelopeDigest: [1, 2]) == Array("heed-partner-request/v1".utf8)
                + request.bytes + [1, 2])
    }
}
