/// Finds what in a message could be read as a task, or as a promise: what turns somebody who told the police something into a
/// source (Regulation of Investigatory Powers Act 2000, section 26(8)).
///
/// Marks and refuses nothing: who writes has it quoted back, and who signs sees it marked. It errs towards marking. The
/// list is `Tasking.patterns`.
package enum Tasking {
    /// Words in their order, each in any of its forms. Others may stand between, as in "find all that out".
    struct Pattern: Sendable {
        let words: [Set<String>]
        init(_ words: Set<String>...) { self.words = words }
    }

    /// The most words that may stand between two of a pattern.
    static let gap = 2

    /// A stretch of a message, marked or not. All of them together are the message.
    package struct Stretch: Sendable, Equatable {
        package let text: String
        package let isMarked: Bool
    }

    /// What is marked, each as it stands in the message; empty where nothing is.
    package static func marked(in text: String) -> [String] {
        stretches(of: text).filter(\.isMarked).map(\.text)
    }

    /// The whole message, cut where a mark begins or ends.
    package static func stretches(of text: String) -> [Stretch] {
        var stretches: [Stretch] = []
        var rest = text.startIndex
        for range in ranges(in: text) {
            if rest < range.lowerBound {
                stretches.append(Stretch(text: String(text[rest..<range.lowerBound]), isMarked: false))
            }
            stretches.append(Stretch(text: String(text[range]), isMarked: true))
            rest = range.upperBound
        }
        if rest < text.endIndex { stretches.append(Stretch(text: String(text[rest...]), isMarked: false)) }
        return stretches
    }

    /// Where marks are, in order; those that touch or overlap are one.
    private static func ranges(in text: String) -> [Range<String.Index>] {
        let words = Word.all(in: text)
        var marked: [ClosedRange<Int>] = []
        for start in words.indices {
            for pattern in patterns {
                if let end = end(of: pattern, in: words, from: start) { marked.append(start...end) }
            }
        }
        marked.sort { $0.lowerBound < $1.lowerBound }
        var joined: [ClosedRange<Int>] = []
        for range in marked {
            if let last = joined.last, range.lowerBound <= last.upperBound {
                joined[joined.count - 1] = last.lowerBound...max(last.upperBound, range.upperBound)
            } else {
                joined.append(range)
            }
        }
        return joined.map { words[$0.lowerBound].range.lowerBound..<words[$0.upperBound].range.upperBound }
    }

    /// The place of the pattern's last word, where its first stands at `start`.
    private static func end(of pattern: Pattern, in words: [Word], from start: Int) -> Int? {
        guard pattern.words[0].contains(words[start].plain) else { return nil }
        var place = start
        for wanted in pattern.words.dropFirst() {
            let reach = words.indices.clamped(to: place + 1..<max(place + 1, place + 2 + gap))
            guard let next = reach.first(where: { wanted.contains(words[$0].plain) }) else { return nil }
            place = next
        }
        return place
    }

    /// A word of a message: where it stands, and how it reads without case, apostrophes and what cannot be seen.
    private struct Word {
        let plain: String
        let range: Range<String.Index>

        static func all(in text: String) -> [Word] {
            var words: [Word] = []
            var plain = ""
            var start = text.startIndex
            let scalars = text.unicodeScalars
            for index in scalars.indices {
                let scalar = scalars[index]
                if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
                    if plain.isEmpty { start = index }
                    plain.unicodeScalars.append(scalar)
                } else if !plain.isEmpty, !isWithin(scalar) {
                    words.append(Word(plain: plain.lowercased(), range: start..<index))
                    plain = ""
                }
            }
            if !plain.isEmpty { words.append(Word(plain: plain.lowercased(), range: start..<text.endIndex)) }
            return words
        }

        /// An apostrophe, an accent of the letter before, or a character that nobody sees: none of them ends a word.
        private static func isWithin(_ scalar: Unicode.Scalar) -> Bool {
            scalar == "'" || scalar == "\u{2019}" || scalar.properties.isDefaultIgnorableCodePoint
                || scalar.properties.generalCategory == .nonspacingMark
        }
    }
}
