/// How like one report is to another, as far as that can be told without their words: twelve bytes, kept sealed in a card.
/// Serves reading in a flood only. Alike is no finding: nothing is merged, closed, lowered or refused by it.
///
/// Four minima of hashes over all pairs of neighbouring words (MinHash: Broder, "On the resemblance and containment of
/// documents", 1997), sixteen bits each: a part agrees in two reports as often as the share of pairs they have in common.
package struct Likeness: Sendable, Hashable {
    /// Four parts of sixteen bits.
    package let parts: UInt64
    /// Equal where the same was said, word for word.
    package let exact: UInt32

    package init(parts: UInt64, exact: UInt32) {
        self.parts = parts
        self.exact = exact
    }

    /// - Parameter answers: what was said, by question; the account is among them.
    package init(of answers: [String: [String]], in form: Form) {
        let said = answers.flatMap { name, values in values.map { (name: name, value: $0) } }
        exact = UInt32(
            truncatingIfNeeded: said.reduce(0 as UInt64) { $0 &+ Self.mixed(Self.hash("\($1.name)=\($1.value)")) })
        var features = said.filter { form.question($0.name)?.limit != nil }.flatMap {
            Self.features(of: $0.value)
        }
        if features.isEmpty { features = said.map { "\($0.name)=\($0.value)" } }
        var minima: [UInt64] = Array(repeating: .max, count: Self.count)
        for hash in features.map(Self.hash) {
            for index in minima.indices { minima[index] = min(minima[index], Self.mixed(hash ^ Self.seeds[index])) }
        }
        parts = minima.reduce(0) { $0 << 16 | $1 & 0xFFFF }
    }

    /// Whether three of four parts agree: nearly always from nine tenths in common on, hardly ever below a third.
    package func isAlike(_ other: Likeness) -> Bool {
        let difference = parts ^ other.parts
        return (0..<Self.count).count { difference >> (16 * $0) & 0xFFFF == 0 } >= Self.count - 1
    }

    /// The parts without one of them, each marked with which is missing: what is alike has one of these in common.
    var keys: [UInt64] {
        (0..<Self.count).map { index in
            Self.mixed(parts & ~(0xFFFF << (16 * UInt64(index)))) ^ UInt64(index)
        }
    }

    private static let count = 4
    private static let seeds: [UInt64] = (1...UInt64(count)).map { mixed($0) }

    /// Neighbouring words, every digit as one, so that a changed number leaves two reports alike. Single words would not
    /// do: all accounts in one language share many. Of a long run without spaces, as some scripts are written, windows of
    /// four letters. Where nothing was typed, the choices count instead.
    private static func features(of value: String) -> [String] {
        let folded = value.lowercased().map { $0.isNumber ? "0" : $0 }
        let words = folded.split { !$0.isLetter && $0 != "0" }.flatMap { run -> [String] in
            guard run.count > 20 else { return [String(run)] }
            return (run.startIndex...run.endIndex - 4).map { String(run[$0..<$0 + 4]) }
        }
        return words.count == 1 ? words : zip(words, words.dropFirst()).map { "\($0) \($1)" }
    }

    /// FNV-1a over UTF-8.
    private static func hash(_ text: String) -> UInt64 {
        text.utf8.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
    }

    /// The finaliser of SplitMix64.
    private static func mixed(_ value: UInt64) -> UInt64 {
        var z = value &+ 0x9E37_79B9_7F4A_7C15
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
