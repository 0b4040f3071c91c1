import Testing

@testable import HeedCore

@Suite("Words that would set a task")
struct TaskingTests {
    @Test(
        "what asks somebody to do something is quoted as it stands, in any form of the verb",
        arguments: [
            ("Could you find out who he is?", ["find out"]),
            ("Were you finding anything more out?", ["finding anything more"]),
            ("Please keep watching.", ["keep watching"]),
            ("You have kept quietly watching?", ["kept quietly watching"]),
            ("KEEP AN EYE on it", ["KEEP AN EYE"]),
            ("Ask him where he goes.", ["Ask him"]),
            ("Is anybody asking her about it?", ["asking her"]),
            ("Send more when you can.", ["Send more"]),
            ("Sending us the photos would help.", ["Sending us"]),
            ("Tell us when he comes back.", ["Tell us when he"]),
            ("Let us know if it moves.", ["Let us know"]),
            ("Follow them.", ["Follow them"]), ("He followed her; follow him", ["followed her", "follow him"]),
            ("Could you take some more photos?", ["take some more photos"]),
            ("Write the number down.", ["Write the number down"]), ("Write it down.", ["Write it down"]),
            ("Try to get closer.", ["Try to get closer"]), ("Come back here when you know", ["Come back here when"]),
            ("Next time, look inside.", ["Next time", "look inside"]), ("Stay in touch.", ["Stay in touch"]),
            ("There is a reward.", ["reward"]), ("We would pay you.", ["pay you"]),
            ("I am your officer: ask for me.", ["your officer", "ask for me"]),
        ] as [(String, [String])])
    func marked(words: String, quoted: [String]) {
        #expect(Tasking.marked(in: words) == quoted)
    }

    @Test(
        "what only clarifies is not marked",
        arguments: [
            "When did you last see the van?", "Was the van marked?", "How many people were there, and for how long?",
            "Which words did you hear, as you remember them?", "You say that he left. In which direction?", "",
            "Please do nothing more, and stay safe.",
        ])
    func clear(words: String) {
        #expect(Tasking.marked(in: words).isEmpty)
    }

    @Test("case, apostrophes, hyphens, line breaks and characters that nobody sees hide nothing")
    func disguised() {
        for words in ["f\u{200B}ind\u{00AD} out", "Find-out", "FIND\nOUT", "find… out", "fi\u{0301}nd out"] {
            #expect(Tasking.marked(in: words).count == (words.contains("\u{0301}") ? 0 : 1), "\(words)")
        }
    }

    @Test("every verb of the list is marked in every form it stands in")
    func everyForm() {
        for pattern in Tasking.patterns {
            for (place, forms) in pattern.words.enumerated() {
                for form in forms {
                    var words = pattern.words.map { $0.min()! }
                    words[place] = form
                    #expect(!Tasking.marked(in: words.joined(separator: " ")).isEmpty, "\(words)")
                }
            }
        }
    }

    @Test("the stretches of a message are the message")
    func whole() {
        for words in ["", "plain", "find out", "Please find out, and keep watching, then.", "🚐 find out 🚐"] {
            #expect(Tasking.stretches(of: words).map(\.text).joined() == words)
        }
    }
}
