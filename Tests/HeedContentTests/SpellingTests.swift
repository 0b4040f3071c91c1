import Testing

@testable import HeedContent

@Suite struct SpellingTests {
    /// Counted by hand.
    @Test(arguments: [
        ("", "", 0), ("", "abc", 3), ("abc", "", 3), ("abc", "abc", 0), ("syria", "syira", 1), ("syria", "siria", 1),
        ("terorist", "terrorist", 1), ("parcle", "parcel", 1), ("ca", "abc", 3), ("knife", "nife", 1),
        ("kitten", "sitting", 3),
    ])
    func `slips are counted as left out, put in, changed or swapped`(a: String, b: String, slips: Int) {
        #expect(Spelling(a).distance(to: Spelling(b)) == slips)
        #expect(Spelling(b).distance(to: Spelling(a)) == slips)
    }

    @Test func `no slip is forgiven in the shortest words`() {
        #expect(Spelling("gun").likeness(to: Spelling("fun")) == 0)
        #expect(Spelling("gun").likeness(to: Spelling("gun")) == 1)
        #expect(Spelling("nife").likeness(to: Spelling("knife")) > 0.6)
    }

    @Test func `words of one stem are near, words that begin alike by chance are not`() {
        #expect(Spelling("report").likeness(to: Spelling("reporting")) > 0.6)
        #expect(Spelling("training").likeness(to: Spelling("trains")) > 0.6)
        #expect(Spelling("part").likeness(to: Spelling("participation")) == 0)
    }

    @Test func `words are folded to small letters without accents or apostrophes`() {
        #expect(FoldedWords.of("Don’t PANIC, José!") == ["dont", "panic", "jose"])
        #expect(FoldedWords.of("a-b/c_d") == ["a", "b", "c", "d"])
        #expect(FoldedWords.of(String(repeating: "x", count: 99)).map(\.count) == [FoldedWords.longest])
        #expect(FoldedWords.of("one two three four", limit: 2) == ["one", "two"])
    }
}
