import Foundation

/// Finds, among things that are each worded in several ways, those that fit a question in anyone's own words.
///
/// Keeps nothing of what it is asked, and takes no longer for any text than for `wordLimit` unknown words. A question's
/// words are weighed by how rare they are (inverse document frequency), found exactly, by stem or by `Spelling`, and
/// compared with each wording as a whole: the same soft weighing of words as in Cohen, Ravikumar and Fienberg (2003).
package struct WordIndex: Sendable {
    /// Words of a question that are looked at.
    package static let wordLimit = 40
    /// Below this nothing is said to fit. Found by trial: see the tables of questions in the tests.
    package static let threshold = 0.4
    /// A wording that fits counts most; the words of the answer itself help to order what is found.
    private static let bodyShare = 0.2
    /// Common words tell between wordings that share their rare ones.
    private static let turnShare = 0.1
    /// A question word for word: before all that only share its rare words.
    private static let same = 2.0

    private struct Wording {
        let thing: Int
        let words: [Int]
        let weight: Double
        /// With those that are ignored elsewhere.
        let all: Set<String>
    }

    private let ignored: Set<String>
    private var numbers: [String: Int] = [:]
    private var spellings: [Spelling] = []
    private var rarity: [Double] = []
    private var rarest = 1.0
    private var wordings: [Wording] = []
    private var bodies: [Set<Int>] = []
    /// For each word, the wordings it stands in.
    private var places: [[Int]] = []
    /// Whole wordings, with the words that are ignored elsewhere.
    private var whole: [[String]: Int] = [:]

    /// - Parameters:
    ///   - things: each with its wordings, and its other words.
    ///   - ignored: words too common to say anything, in any spelling.
    package init(_ things: [(wordings: [String], body: String)], ignored: [String]) {
        let ignored = Set(ignored.flatMap { FoldedWords.of($0) })
        self.ignored = ignored
        var raw: [(thing: Int, words: [Int], all: Set<String>)] = []
        var seen: [Set<Int>] = []
        for (thing, texts) in things.enumerated() {
            for text in texts.wordings {
                let all = FoldedWords.of(text)
                whole[all] = whole[all] ?? thing
                let words = Set(all.filter { !ignored.contains($0) }.map { number(of: $0) })
                if !words.isEmpty { raw.append((thing, words.sorted(), Set(all))) }
            }
            let own = Set(FoldedWords.of(texts.body).filter { !ignored.contains($0) }.map { number(of: $0) })
            bodies.append(raw.filter { $0.thing == thing }.reduce(into: own) { $0.formUnion($1.words) })
            seen.append(bodies[thing])
        }
        var count = [Int](repeating: 0, count: spellings.count)
        for words in seen { for word in words { count[word] += 1 } }
        rarity = count.map { log(1 + Double(things.count) / Double($0)) }
        rarest = log(1 + Double(things.count))
        places = Array(repeating: [], count: spellings.count)
        for (place, wording) in raw.enumerated() {
            // A wording of common words alone is no full answer to a question that has one of them.
            let weight = max(rarest, wording.words.reduce(0) { $0 + rarity[$1] })
            wordings.append(Wording(thing: wording.thing, words: wording.words, weight: weight, all: wording.all))
            for word in wording.words { places[word].append(place) }
        }
    }

    private mutating func number(of word: String) -> Int {
        if let number = numbers[word] { return number }
        numbers[word] = spellings.count
        spellings.append(Spelling(word))
        return spellings.count - 1
    }

    /// The things that fit, best first, by their places in the list the index was made from.
    package func search(_ text: some StringProtocol, limit: Int) -> [Int] {
        scores(text).filter { $0.score >= Self.threshold }.prefix(limit).map(\.thing)
    }

    /// Every thing with a word in common, best first.
    func scores(_ text: some StringProtocol) -> [(thing: Int, score: Double)] {
        let all = FoldedWords.of(text, limit: 4 * Self.wordLimit)
        var asked: Set<String> = []
        for word in all where !ignored.contains(word) {
            guard asked.count < Self.wordLimit else { break }
            asked.insert(word)
        }
        var best = [Double](repeating: 0, count: bodies.count)
        if let thing = whole[all] { best[thing] = Self.same }
        let found = asked.map(near)
        let weight = found.reduce(0) { $0 + $1.weight }
        for (place, part) in parts(found) {
            let wording = wordings[place]
            let alike = Double(wording.all.intersection(all).count) / Double(wording.all.union(all).count)
            let fit = (part.asked / weight * part.said / wording.weight).squareRoot() + Self.turnShare * alike
            best[wording.thing] = max(best[wording.thing], fit)
        }
        return best.enumerated().filter { $0.element > 0 }.map { thing, fit in
            let body = found.reduce(0) { sum, word in
                sum + word.weight * (word.matches.filter { bodies[thing].contains($0.word) }.map(\.likeness).max() ?? 0)
            }
            let share = weight > 0 ? body / weight : 1
            return (thing, (1 - Self.bodyShare) * fit + Self.bodyShare * share)
        }.sorted { ($1.score, $0.thing) < ($0.score, $1.thing) }
    }

    private struct Found {
        var weight: Double
        var matches: [(word: Int, likeness: Double)]
    }

    /// Our words that one of the question's may mean. A word that we have is not taken for another's slip.
    private func near(_ word: String) -> Found {
        let spelling = Spelling(word)
        let exact = numbers[word]
        var matches = exact.map { [(word: $0, likeness: 1.0)] } ?? []
        for (number, own) in spellings.enumerated() {
            let likeness = exact == nil ? spelling.likeness(to: own) : spelling.stemLikeness(to: own)
            if likeness > 0, number != exact { matches.append((number, likeness)) }
        }
        let nearest = matches.max { $0.likeness < $1.likeness }
        return Found(weight: nearest.map { rarity[$0.word] } ?? rarest, matches: matches)
    }

    /// For each wording with a word in common: the weight of the question that it answers, and of its own words asked.
    private func parts(_ found: [Found]) -> [Int: (asked: Double, said: Double)] {
        var asked: [Int: Double] = [:]
        var said: [Int: [Int: Double]] = [:]
        for word in found {
            var best: [Int: Double] = [:]
            for match in word.matches {
                for place in places[match.word] {
                    best[place] = max(best[place] ?? 0, match.likeness)
                    // A rare form of a common word says no more than the word.
                    let worth = match.likeness * min(rarity[match.word], word.weight)
                    said[place, default: [:]][match.word] = max(said[place]?[match.word] ?? 0, worth)
                }
            }
            for (place, likeness) in best { asked[place, default: 0] += likeness * word.weight }
        }
        return asked.reduce(into: [:]) { parts, entry in
            parts[entry.key] = (entry.value, said[entry.key]?.values.reduce(0, +) ?? 0)
        }
    }
}
