/// How near two spellings are.
///
/// By Damerau-Levenshtein distance (optimal string alignment): letters changed, left out, put in, or two neighbours
/// swapped. Those four are nearly all slips of typing (Damerau 1964), and the words are short: one swap in a word of
/// five letters leaves it hardly a trigram of its own, so that trigrams would find it least.
struct Spelling: Sendable {
    let letters: [Unicode.Scalar]
    /// A bit for each letter there is. One slip changes two bits at most, so most pairs need no comparing.
    private let mask: UInt64

    init(_ word: String) {
        letters = Array(word.unicodeScalars)
        mask = letters.reduce(0) { $0 | 1 << UInt64($1.value & 63) }
    }

    /// Slips that are forgiven: none in the shortest words, where one makes another word. In words of four, not at their
    /// beginning (`take`, `fake`).
    static func forgiven(_ length: Int) -> Int {
        switch length {
        case ..<4: 0
        case 4...5: 1
        case 6...8: 2
        default: 3
        }
    }

    /// 1 for the same word, down to 0 for one that is not near.
    func likeness(to other: Spelling) -> Double {
        guard letters != other.letters else { return 1 }
        return max(slipLikeness(to: other), stemLikeness(to: other))
    }

    /// `report` and `reporting`: the longer word goes on where the shorter one stops, or both change their endings.
    func stemLikeness(to other: Spelling) -> Double {
        let shared = zip(letters, other.letters).prefix { $0 == $1 }.count
        let longer = max(letters.count, other.letters.count)
        guard shared >= 4, min(letters.count, other.letters.count) - shared <= 3, shared * 10 >= longer * 6 else {
            return 0
        }
        return Double(shared) / Double(longer)
    }

    func slipLikeness(to other: Spelling) -> Double {
        let longer = max(letters.count, other.letters.count)
        let most = Self.forgiven(longer)
        guard longer - min(letters.count, other.letters.count) <= most, (mask ^ other.mask).nonzeroBitCount <= 2 * most
        else { return 0 }
        guard longer > 4 || letters.first == other.letters.first else { return 0 }
        let slips = distance(to: other)
        let share = 1 - Double(slips) / Double(longer)
        // Squared: a word that might be meant says less than one that is written.
        return slips <= most ? share * share : 0
    }

    /// Three rows of the usual table: the one above the last serves swaps.
    func distance(to other: Spelling) -> Int {
        let width = other.letters.count
        var before = [Int](repeating: 0, count: width + 1)
        var last = Array(0...width)
        for row in 1...max(letters.count, 1) where !letters.isEmpty {
            var now = [row] + [Int](repeating: 0, count: width)
            for column in 1...max(width, 1) where width > 0 {
                let isSame = letters[row - 1] == other.letters[column - 1]
                var best = min(last[column] + 1, now[column - 1] + 1, last[column - 1] + (isSame ? 0 : 1))
                if row > 1, column > 1, letters[row - 1] == other.letters[column - 2],
                    letters[row - 2] == other.letters[column - 1]
                {
                    best = min(best, before[column - 2] + 1)
                }
                now[column] = best
            }
            (before, last) = (last, now)
        }
        return last[width]
    }
}
