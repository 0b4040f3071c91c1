import HeedContent
import HeedCore
import Testing

/// The shipped English answers as texts.
@Suite struct AnswerWordsTests {
    /// As on the other public pages: words that frighten, or promise what nobody can.
    private static let avoided: Set = [
        "suspect", "extremist", "informant", "tip", "intelligence", "case", "submit", "invalid", "mandatory",
        "untraceable", "guaranteed",
    ]

    private static func themes() throws -> [AnswerTheme] {
        try AnswerShelf.load(directories: [ContentFolder.locate("Answers", of: "HeedContent")]).themes(in: "en")
    }

    private static func words(_ spans: [Span]) -> String {
        spans.map { span -> String in
            switch span {
            case .text(let text): text
            case .strong(let inner), .link(let inner, _), .promise(_, let inner): words(inner)
            case .place: "999"
            }
        }.joined()
    }

    private static func texts(_ blocks: [Block]) -> [String] {
        blocks.flatMap { block -> [String] in
            switch block {
            case .heading(_, _, let spans), .paragraph(let spans): [words(spans)]
            case .list(_, let items): items.flatMap(texts)
            case .callout(let inner), .fact(_, let inner): texts(inner)
            case .table(let header, let rows): (header + rows.flatMap { $0 }).map(words)
            case .part: []
            }
        }
    }

    @Test func `there are at least 60 questions, each asked in other words too and with a source`() throws {
        let answers = try Self.themes().flatMap(\.answers)
        #expect(answers.count >= 60)
        for answer in answers {
            #expect(answer.otherWordings.count >= 2 && !answer.source.isEmpty, "\(answer.id)")
        }
        let wordings = answers.flatMap { [$0.question] + $0.otherWordings }
        #expect(Set(wordings).count == wordings.count, "no wording leads to two answers")
    }

    @Test func `no sentence is over 25 words, most are under 15, and no word frightens, misleads or names a force`()
        throws
    {
        var lengths: [Int] = []
        for answer in try Self.themes().flatMap(\.answers) {
            for text in [answer.question] + Self.texts(answer.blocks) {
                for sentence in text.split(separator: /[.?!](\s|$)/) {
                    lengths.append(sentence.split(separator: " ").count)
                    #expect(lengths.last! <= 25, "\(answer.id): \(sentence)")
                }
                let words = Set(text.lowercased().split { !$0.isLetter }.map(String.init))
                #expect(Self.avoided.isDisjoint(with: words), "\(answer.id)")
                #expect(!text.contains("Derby"), "\(answer.id)")
            }
        }
        #expect(lengths.filter { $0 < 15 }.count * 10 > lengths.count * 9)
    }

    @Test func `no answer gives a threat level, and what will change has a last day or an early review`() throws {
        for theme in try Self.themes() {
            #expect(
                theme.reviewBy <= CalendarDay(iso: "2027-05-31")! && theme.reviewed < theme.reviewBy, "\(theme.file)")
            for answer in theme.answers {
                let text = Self.texts(answer.blocks).joined(separator: " ")
                #expect(!text.contains(/[Tt]hreat level (now )?is/), "\(answer.id)")
                #expect(!text.contains("2027") || answer.until != nil, "\(answer.id)")
            }
        }
    }
}
