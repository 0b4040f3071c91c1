import HeedCore
import Testing

@Suite("What is much alike")
struct LikenessTests {
    private static let post =
        "A grey van stops behind the mill every night at ten, two men carry boxes to the cellar and leave before light"

    private func likeness(_ words: String, _ more: [String: [String]] = [:]) -> Likeness {
        Likeness(of: more.merging(["narrative": [words]]) { $1 }, in: ActivityForm.form)
    }

    /// A word of letters only, another for each number.
    private func letters(_ number: Int) -> String {
        String(decoding: String(number + 100).utf8.map { $0 + 0x31 }, as: UTF8.self)
    }

    @Test("copies of one post are alike and the same; a changed number leaves them alike and not the same")
    func copies() {
        let first = likeness(Self.post)
        #expect(first == likeness(Self.post))
        let changed = likeness(Self.post.replacing("ten", with: "10"))
        #expect(changed != first)
        #expect(likeness("Seen at 21:40 " + Self.post).isAlike(likeness("Seen at 03:15 " + Self.post)))
        #expect(likeness("Seen at 21:40 " + Self.post).exact != likeness("Seen at 03:15 " + Self.post).exact)
    }

    @Test("a choice answered otherwise leaves two alike, and not the same")
    func choices() {
        let other = likeness(Self.post, ["sign": ["3"]])
        #expect(other.isAlike(likeness(Self.post)) && other.exact != likeness(Self.post).exact)
        #expect(
            !Likeness(of: ["sign": ["3"]], in: ActivityForm.form).isAlike(
                Likeness(of: ["sign": ["4"]], in: ActivityForm.form)))
    }

    @Test("of 300 copies that each have a word of their own, four fifths are alike to the first")
    func nearCopies() {
        let first = likeness(Self.post + " zebra")
        let alike = (0..<300).count { number in
            likeness(Self.post + " " + letters(number)).isAlike(first)
        }
        #expect(alike > 240)
    }

    @Test("of 2,000 accounts of other things in the same common words, hardly any two are alike")
    func others() {
        let common = [
            "the", "a", "and", "in", "of", "was", "he", "she", "to", "they", "at", "on", "car", "man", "house",
        ]
        var state: UInt64 = 5
        var seen: Set<Likeness> = []
        var pairs = 0
        for _ in 0..<2_000 {
            let words = (0..<40).map { _ -> String in
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                return common[Int(state >> 33) % common.count]
            }.joined(separator: " ")
            let one = likeness(words)
            pairs += seen.count { $0.isAlike(one) }
            seen.insert(one)
        }
        // Fifteen words make 225 pairs, of which forty words have about 36: two accounts share a twelfth.
        #expect(Double(pairs) / (2_000 * 1_999 / 2) < 0.004)
    }

    @Test("a script without spaces is told apart by its letters")
    func withoutSpaces() {
        let one = "每天晚上十点有一辆灰色的货车停在磨坊后面两个人把箱子搬到地下室里天亮之前离开"
        #expect(likeness(one).isAlike(likeness(one)))
        #expect(!likeness(one).isAlike(likeness("有人在网上卖没有牌照的东西他说下个星期会有更多我不知道他住在哪里")))
    }
}
