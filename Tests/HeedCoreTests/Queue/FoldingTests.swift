import Testing

@testable import HeedCore

@Suite("Folding a flood")
struct FoldingTests {
    private static let words = "Send this to the police now, they are all doing it in the old mill by the river"

    private func head(_ words: String = words, _ change: (inout CardHead) -> Void = { _ in }) -> CardHead {
        var head = CardHead(
            kind: .activity, state: .received, times: CaseTimes(received: Instant(seconds: 1_800_000_000)), cues: [],
            isSetAside: false,
            unopenedItems: 0, holder: nil, waiting: nil, priority: nil,
            likeness: Likeness(of: ["narrative": [words]], in: ActivityForm.form))
        change(&head)
        return head
    }

    private func fold(_ heads: [CardHead], _ group: QueueGroup = .unopened) -> Folding {
        Folding(heads.map { (head: $0, group: group) })
    }

    @Test("five alike are one line, and the line says how many differ; four are four lines")
    func least() {
        let heads = Array(repeating: head(), count: 4) + [head(Self.words + "!")]
        #expect(fold(heads).folds == [0: Folding.Fold(first: 0, members: [0, 1, 2, 3, 4], differing: 1)])
        #expect(fold(heads).hidden == [1, 2, 3, 4])
        #expect(fold(Array(heads.dropLast())).folds.isEmpty)
    }

    @Test("no cue, no follow-up and nothing that somebody opened is ever behind another line")
    func lifted() {
        let others =
            Cues.names.map { cue in head { $0.cues = cue.0 } } + [
                head { $0.unopenedItems = 1 }, head { $0.state = .opened }, head { $0.state = .closed },
            ]
        let heads = Array(repeating: head(), count: 6) + others
        #expect(fold(heads).hidden == Set(1...5))
        #expect(fold(others + others).hidden.isEmpty)
    }

    @Test("alike reports of two groups stay in their groups: what is overdue is not behind what is not")
    func groups() {
        let heads = (0..<12).map { (head: head(), group: $0 < 6 ? QueueGroup.alarm : .setAside) }
        let folding = Folding(heads)
        #expect(folding.folds.keys.sorted() == [0, 6])
        #expect(folding.folds.values.allSatisfy { $0.members.count == 6 })
    }

    @Test("every report is in one line exactly, whatever is folded")
    func whole() {
        let heads = (0..<200).map {
            head("\(Self.words) \(["mill", "yard", "farm"][$0 % 3]) \($0 % 7 == 0 ? "x" : "")")
        }
        let folding = fold(heads)
        let shown = heads.indices.filter { !folding.hidden.contains($0) }
        let counted = shown.reduce(0) { $0 + (folding.folds[$1]?.members.count ?? 1) }
        #expect(counted == heads.count)
        #expect(
            Set(folding.folds.values.flatMap(\.members)).count == folding.folds.values.map(\.members.count).reduce(0, +)
        )
    }
}
