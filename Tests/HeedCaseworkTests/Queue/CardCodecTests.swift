import HeedCasework
import HeedCore
import HeedTestKit
import Testing

@Suite("Queue cards")
struct CardCodecTests {
    static func card(_ g: inout SeededGenerator) -> Card {
        func instant() -> Instant { Instant(milliseconds: Int64.random(in: 0...4_000_000_000_000, using: &g)) }
        let waiting = Bool.random(using: &g)
        return Card(
            kind: .activity, state: CaseState.allCases.randomElement(using: &g)!,
            times: CaseTimes(
                received: instant(), followUp: Bool.random(using: &g) ? instant() : nil,
                opened: Bool.random(using: &g) ? instant() : nil,
                waiting: waiting ? instant() : nil, asked: Bool.random(using: &g) ? instant() : nil,
                answer: Bool.random(using: &g) ? instant() : nil),
            cues: Cues(rawValue: UInt8.random(in: 0...31, using: &g)),
            signs: Set(ActivityForm.signs.filter { _ in Bool.random(using: &g) }), language: "ur",
            length: Card.Length.allCases.randomElement(using: &g)!,
            lane: Set(LaneSignal.allCases.filter { _ in Bool.random(using: &g) }),
            isSetAside: Bool.random(using: &g),
            holder: Bool.random(using: &g) ? CaseFacts.Holder(username: "alder", person: "p1") : nil,
            unopenedItems: Int.random(in: 0...255, using: &g), waitingPerson: waiting ? "p2" : nil,
            gist: String(repeating: "ب", count: Int.random(in: 0...200, using: &g)),
            priority: [nil, .high, .medium, .low].randomElement(using: &g)!,
            likeness: Likeness(parts: g.next(), exact: UInt32.random(in: 0 ... .max, using: &g)),
            links: (0..<Int.random(in: 0...LinkMark.most, using: &g)).map { _ in LinkMark(value: g.next()) })
    }

    @Test("a card reads back as it was written, and its head is the card's")
    func roundTrip() {
        var g = SeededGenerator(seed: 7)
        for _ in 0..<2_000 {
            let card = Self.card(&g)
            let bytes = CardCodec.encode(card)
            #expect(CardCodec.decode(bytes) == card)
            #expect(CardCodec.head(of: bytes) == card.head)
            #expect(bytes.count < 1_024)
        }
    }

    @Test("the longest card fits one padded KiB: a gist is cut at a character's edge")
    func longest() {
        var g = SeededGenerator(seed: 8)
        var card = Self.card(&g)
        card.gist = String(repeating: "👩‍👩‍👧‍👧", count: 200)
        card.signs = Set(ActivityForm.signs)
        card.holder = CaseFacts.Holder(
            username: String(repeating: "u", count: 64), person: String(repeating: "p", count: 64))
        card.waitingPerson = String(repeating: "w", count: 64)
        card.links = (0..<20).map { LinkMark(value: $0) }
        let bytes = CardCodec.encode(card)
        #expect(bytes.count < 1_024)
        #expect(CardCodec.decode(bytes).map { !$0.gist.isEmpty && card.gist.hasPrefix($0.gist) } == true)
    }

    @Test("20,000 damaged cards are read as another card or not at all, never with a crash")
    func damaged() {
        var g = SeededGenerator(seed: 9)
        for _ in 0..<20_000 {
            var bytes = CardCodec.encode(Self.card(&g))
            for _ in 0..<Int.random(in: 1...4, using: &g) {
                bytes[Int.random(in: bytes.indices, using: &g)] = UInt8.random(in: 0...255, using: &g)
            }
            if Bool.random(using: &g) { bytes.removeLast(Int.random(in: 0...bytes.count, using: &g)) }
            _ = CardCodec.decode(bytes)
            _ = CardCodec.head(of: bytes)
        }
    }
}
