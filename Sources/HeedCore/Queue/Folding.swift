/// Which of a list of reports are shown behind one line in a flood. For reading only: each stays a report of its own, with
/// its own clock, counted by itself, and whatever has a cue, was opened or got a follow-up always has a line of its own.
package struct Folding: Sendable {
    /// Fewer than this many are never folded.
    package static let least = 5

    /// A line that stands for several: the place of the first in the list, and the places of all, the first among them.
    package struct Fold: Sendable, Equatable {
        package let first: Int
        package let members: [Int]
        /// How many say something else than the first, be it one letter.
        package let differing: Int
    }

    private struct Key: Hashable {
        let group: QueueGroup
        let likeness: UInt64
    }

    private struct Leader {
        let likeness: Likeness
        var members: [Int]
        var differing = 0
    }

    /// By the place of the first.
    package let folds: [Int: Fold]
    /// Places that stand behind another line.
    package let hidden: Set<Int>

    /// - Parameter list: in the order in which it is shown.
    package init(_ list: some Collection<(head: CardHead, group: QueueGroup)>) {
        var leaders: [Leader] = []
        var found: [Key: Int] = [:]
        for (place, entry) in list.enumerated() where Self.mayFold(entry.head) {
            let keys = entry.head.likeness.keys.map { Key(group: entry.group, likeness: $0) }
            if let index = keys.lazy.compactMap({ found[$0] }).min() {
                leaders[index].members.append(place)
                if leaders[index].likeness.exact != entry.head.likeness.exact { leaders[index].differing += 1 }
            } else {
                for key in keys where found[key] == nil { found[key] = leaders.count }
                leaders.append(Leader(likeness: entry.head.likeness, members: [place]))
            }
        }
        let folded = leaders.filter { $0.members.count >= Self.least }
        folds = Dictionary(
            uniqueKeysWithValues: folded.map { leader in
                (
                    leader.members[0],
                    Fold(first: leader.members[0], members: leader.members, differing: leader.differing)
                )
            })
        hidden = Set(folded.flatMap { $0.members.dropFirst() })
    }

    /// Whether a report may stand behind the line of another.
    package static func mayFold(_ card: CardHead) -> Bool {
        card.state == .received && card.cues.isEmpty && card.unopenedItems == 0
    }
}
