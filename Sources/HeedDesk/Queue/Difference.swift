import HeedCasework
import HeedCore
import HeedWeb

/// Where one report says something else than another: for each answer the words in between those that both begin and
/// end with. Nothing that differs is left out; inert, as all of a reporter's words.
struct Difference: Sendable, Equatable {
    let label: String
    /// In the report that is shown whole.
    let first: String
    let here: String

    static func all(between first: CaseView, and other: CaseView, _ speech: Speech) -> [Difference] {
        let (a, b) = (answers(of: first), answers(of: other))
        return first.kind.form.questions.filter { !isSame(a[$0.name], b[$0.name]) }.map { question in
            let (was, now) = between(
                spoken(a[question.name], of: question, speech), spoken(b[question.name], of: question, speech))
            return Difference(
                label: speech.text(question.labelKey), first: shown(was, speech),
                here: shown(now, speech))
        }
    }

    /// What is left of two texts without the words with which both begin and end. Cut at spaces only, so that a
    /// difference of spaces or line ends is one too.
    static func between(_ first: String, _ other: String) -> (String, String) {
        var (a, b) = (words(first)[...], words(other)[...])
        while let word = a.first, word == b.first {
            a.removeFirst()
            b.removeFirst()
        }
        while let word = a.last, word == b.last {
            a.removeLast()
            b.removeLast()
        }
        return (text(a), text(b))
    }

    /// Bytes, since letters that are written in two ways are equal as strings and not the same.
    private static func words(_ text: String) -> [[UInt8]] {
        text.utf8.split(separator: 0x20, omittingEmptySubsequences: false).map { Array($0) }
    }

    private static func text(_ words: some Collection<[UInt8]>) -> String {
        String(decoding: Array(words.joined(separator: [0x20])), as: UTF8.self)
    }

    private static func isSame(_ a: [String]?, _ b: [String]?) -> Bool {
        a.map { $0.map { Array($0.utf8) } } == b.map { $0.map { Array($0.utf8) } }
    }

    private static func answers(of view: CaseView) -> [String: [String]] {
        Dictionary(
            uniqueKeysWithValues: (view.items.first { $0.number == 0 }?.answers ?? []).map {
                ($0.question.name, $0.values.value)
            })
    }

    private static func spoken(_ values: [String]?, of question: Question, _ speech: Speech) -> String {
        (values ?? []).map { value in
            let key = question.optionKey(value)
            return question.limit == nil && speech.has(key) ? speech.text(key) : value
        }.joined(separator: "; ")
    }

    private static func shown(_ text: String, _ speech: Speech) -> String {
        text.isEmpty ? speech.text("desk-alike.nothing") : InertText.shown(text)
    }
}
